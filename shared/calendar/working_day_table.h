// Working days between two days without walking through them: for reports that ask it for each of a million cases.
#pragma once

#include <vector>

#include "shared/calendar/working_days.h"

namespace hamandish {

class WorkingDayTable {
 public:
  // Quick for days from `first` to `last`; right for all.
  WorkingDayTable(WorkingCalendar calendar, Day first, Day last);
  // As working_days_between(calendar, from, to).
  int between(Day from, Day to) const;

 private:
  bool covers(Day day) const { return day >= first_ && day.number < first_.number + static_cast<int>(until_.size()); }

  WorkingCalendar calendar_;
  Day first_;
  std::vector<int> until_;  // [n]: working days after first_ up to and including first_ + n
};

}  // namespace hamandish

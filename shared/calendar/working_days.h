// Working days for deadlines. Weekend and holidays are the organisation's data, never constants: the law knows only
// Friday, many offices close on Thursday, and holidays move with the moon and with announcements (domain facts 3.4).
#pragma once

#include <span>
#include <vector>

#include "shared/base/time.h"

namespace hamandish {

// Part of a working day, in minutes after midnight: 450..870 is 07:30 to 14:30.
struct Shift {
  int from_minute = 0;
  int to_minute = 0;
  bool operator==(const Shift&) const = default;
};

struct WorkingCalendar {
  std::vector<int> weekend;     // as weekday(): 0 = Saturday .. 6 = Friday
  std::vector<Day> holidays;    // in any order
  std::vector<Shift> shifts{};  // one or two, in order, apart; none: the whole day
};

// False if every day of the week is in the weekend. Whoever reads a calendar from data must ask this.
bool has_working_weekday(const WorkingCalendar& calendar);

bool is_working_day(const WorkingCalendar& calendar, Day day);

// The count-th working day after `start`, which itself is not counted; 0 gives `start`, working day or not.
// CHECKs has_working_weekday and count >= 0.
Day add_working_days(const WorkingCalendar& calendar, Day start, int count);

// The other way: the count-th working day before `end`. Same CHECKs.
Day subtract_working_days(const WorkingCalendar& calendar, Day end, int count);

// How many working days lie after `from` up to and including `to`; negative if `to` is before `from`. The inverse of
// add_working_days: working_days_between(c, start, add_working_days(c, start, n)) == n.
int working_days_between(const WorkingCalendar& calendar, Day from, Day to);

}  // namespace hamandish

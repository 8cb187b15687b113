#include "shared/calendar/working_day_table.h"

#include <cstddef>
#include <utility>

namespace hamandish {

WorkingDayTable::WorkingDayTable(WorkingCalendar calendar, Day first, Day last)
    : calendar_(std::move(calendar)), first_(first) {
  if (last >= first) until_.reserve(static_cast<std::size_t>(last.number - first.number) + 1);
  int count = 0;
  for (Day day = first; day <= last; ++day.number) {
    if (day > first && is_working_day(calendar_, day)) ++count;
    until_.push_back(count);
  }
}

int WorkingDayTable::between(Day from, Day to) const {
  if (!covers(from) || !covers(to)) return working_days_between(calendar_, from, to);
  const auto at = [this](Day day) { return until_[static_cast<std::size_t>(day.number - first_.number)]; };
  return at(to) - at(from);
}

}  // namespace hamandish

#include "shared/calendar/working_day_table.h"

#include <cstddef>
#include <utility>

namespace hamandish {

WorkingDayTable::WorkingDayTable(WorkingCalendar calendar, Day first, Day last)
    : calendar_(std::move(calendar)), first_(first) {
  if (last >= first) until_.reserve(static_cast<std::size_t>(last.number - first.number) + 1);
  std::vector<bool> closed(last >= first ? static_cast<std::size_t>(last.number - first.number) + 1 : 0);
  for (const Day holiday : calendar_.holidays) {
    if (holiday >= first && holiday <= last) closed[static_cast<std::size_t>(holiday.number - first.number)] = true;
  }
  const WorkingCalendar weekend{calendar_.weekend, {}};
  int count = 0;
  for (Day day = first; day <= last; ++day.number) {
    const bool is_holiday = closed[static_cast<std::size_t>(day.number - first.number)];
    if (day > first && !is_holiday && is_working_day(weekend, day)) ++count;
    until_.push_back(count);
  }
}

int WorkingDayTable::between(Day from, Day to) const {
  if (!covers(from) || !covers(to)) return working_days_between(calendar_, from, to);
  const auto at = [this](Day day) { return until_[static_cast<std::size_t>(day.number - first_.number)]; };
  return at(to) - at(from);
}

}  // namespace hamandish

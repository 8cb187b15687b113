#include "shared/calendar/working_hours.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish {
namespace {

constexpr Shift kWholeDay{0, 24 * 60};

std::span<const Shift> shifts_of(const WorkingCalendar& calendar) {
  if (calendar.shifts.empty()) return {&kWholeDay, 1};
  return calendar.shifts;
}

Instant at_minute(Day day, int minute) {
  return start_of_day_in_tehran(day) + minute * kMinute;
}

}  // namespace

Instant add_working_minutes(const WorkingCalendar& calendar, Instant start, int minutes) {
  HAMANDISH_CHECK(has_working_weekday(calendar));  // otherwise the loop below would not end
  HAMANDISH_CHECK(minutes >= 0);
  std::int64_t left = minutes * kMinute;
  for (Day day = to_tehran(start).day;; ++day.number) {
    if (!is_working_day(calendar, day)) continue;
    for (const Shift& shift : shifts_of(calendar)) {
      const Instant from = std::max(start, at_minute(day, shift.from_minute));
      const Instant to = at_minute(day, shift.to_minute);
      if (to <= from) continue;
      const std::int64_t there = to.milliseconds - from.milliseconds;
      if (left < there) return from + left;
      left -= there;
    }
  }
}

Instant opening_on_or_after(const WorkingCalendar& calendar, Day day) {
  return add_working_minutes(calendar, start_of_day_in_tehran(day), 0);
}

}  // namespace hamandish

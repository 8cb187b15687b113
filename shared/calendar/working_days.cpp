#include "shared/calendar/working_days.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/calendar/jalali.h"

namespace hamandish {
namespace {

bool in_weekend(const WorkingCalendar& calendar, int day_of_week) {
  return std::find(calendar.weekend.begin(), calendar.weekend.end(), day_of_week) != calendar.weekend.end();
}

}  // namespace

bool has_working_weekday(const WorkingCalendar& calendar) {
  for (int day_of_week = 0; day_of_week < 7; ++day_of_week) {
    if (!in_weekend(calendar, day_of_week)) return true;
  }
  return false;
}

bool is_working_day(const WorkingCalendar& calendar, Day day) {
  return !in_weekend(calendar, weekday(day)) &&
         std::find(calendar.holidays.begin(), calendar.holidays.end(), day) == calendar.holidays.end();
}

Day add_working_days(const WorkingCalendar& calendar, Day start, int count) {
  HAMANDISH_CHECK(has_working_weekday(calendar));  // otherwise the loop below would not end
  HAMANDISH_CHECK(count >= 0);
  Day day = start;
  for (int counted = 0; counted < count;) {
    ++day.number;
    if (is_working_day(calendar, day)) ++counted;
  }
  return day;
}

Day subtract_working_days(const WorkingCalendar& calendar, Day end, int count) {
  HAMANDISH_CHECK(has_working_weekday(calendar));
  HAMANDISH_CHECK(count >= 0);
  Day day = end;
  for (int counted = 0; counted < count;) {
    --day.number;
    if (is_working_day(calendar, day)) ++counted;
  }
  return day;
}

int working_days_between(const WorkingCalendar& calendar, Day from, Day to) {
  if (to < from) return -working_days_between(calendar, to, from);
  int counted = 0;
  for (Day day{from.number + 1}; day <= to; ++day.number) {
    if (is_working_day(calendar, day)) ++counted;
  }
  return counted;
}

}  // namespace hamandish

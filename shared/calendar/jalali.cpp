#include "shared/calendar/jalali.h"

#include <algorithm>

#include "shared/base/check.h"

namespace hamandish {
namespace {

constexpr int kYears = 3000;  // what the conversions cover

// Days before 1 Farvardin of `year`, counted from 1 Farvardin of year 1: 8 leap years in 33, in the official phase.
constexpr int days_before_year(int year) {
  return 365 * (year - 1) + (8 * year + 21) / 33;
}

// Days before the first of `month` within its year: six months of 31 days, then months of 30.
constexpr int days_before_month(int month) {
  return month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
}

// 1970-01-01 was 11 Dey 1348.
constexpr int kEpoch = days_before_year(1348) + days_before_month(10) + 10;

}  // namespace

bool is_leap_year(int year) {
  return (25 * year + 11) % 33 < 8;
}

int month_length(int year, int month) {
  if (month < 1 || month > 12) return 0;
  if (month <= 6) return 31;
  return month < 12 || is_leap_year(year) ? 30 : 29;
}

bool is_valid(JalaliDate date) {
  return date.year >= kFirstYear && date.year <= kLastYear && date.day >= 1 &&
         date.day <= month_length(date.year, date.month);
}

Day to_day(JalaliDate date) {
  HAMANDISH_CHECK(date.year >= 1 && date.year <= kYears);
  HAMANDISH_CHECK(date.day >= 1 && date.day <= month_length(date.year, date.month));
  return {days_before_year(date.year) + days_before_month(date.month) + date.day - 1 - kEpoch};
}

JalaliDate to_jalali(Day day) {
  constexpr int first = -kEpoch;
  constexpr int last = days_before_year(kYears + 1) - 1 - kEpoch;
  const int since_first = std::clamp(day.number, first, last) + kEpoch;
  int year = since_first / 366 + 1;  // never too late; at most a few years too early
  while (days_before_year(year + 1) <= since_first) ++year;
  const int day_of_year = since_first - days_before_year(year);
  int month = day_of_year / 31 + 1;  // the same
  while (month < 12 && days_before_month(month + 1) <= day_of_year) ++month;
  return {year, month, day_of_year - days_before_month(month) + 1};
}

int weekday(Day day) {
  constexpr int first_of_1970 = 5;  // a Thursday
  return (day.number % 7 + 7 + first_of_1970) % 7;
}

}  // namespace hamandish

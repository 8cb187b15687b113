// The Iranian calendar by the 33-year rule, which agrees with the official table of the University of Tehran for every
// year from 1206 to 1498 (domain facts 3.1). The 2820-year rule does not: it would make 1404 a leap year instead of
// 1403.
#pragma once

#include <compare>

#include "shared/base/time.h"

namespace hamandish {

struct JalaliDate {
  int year = 0;   // 1405
  int month = 0;  // 1..12
  int day = 0;    // 1..31
  auto operator<=>(const JalaliDate&) const = default;
};

// Dates that people may enter. The conversions themselves work for every year from 1 to 3000.
inline constexpr int kFirstYear = 1300;
inline constexpr int kLastYear = 1500;

bool is_leap_year(int year);
int month_length(int year, int month);  // 0 for a month that does not exist
bool is_valid(JalaliDate date);         // the day exists and its year is within kFirstYear..kLastYear
Day to_day(JalaliDate date);            // the date must exist (any year from 1 to 3000); CHECK otherwise
JalaliDate to_jalali(Day day);          // days outside the years 1..3000 are moved to the nearest end
int weekday(Day day);                   // 0 = Saturday (shanbe), the first day of the week ... 6 = Friday (jom'e)

}  // namespace hamandish

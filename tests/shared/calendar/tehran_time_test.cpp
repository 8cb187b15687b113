#include "shared/calendar/tehran_time.h"

#include <doctest/doctest.h>

#include <chrono>

#include "shared/calendar/jalali.h"

using namespace hamandish;

namespace {

Instant utc(int year, unsigned month, unsigned day, int hour, int minute, int second = 0) {
  const std::chrono::sys_days days = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return {days.time_since_epoch().count() * kDay + hour * kHour + minute * kMinute + second * kSecond};
}

void check_time(Instant instant, JalaliDate date, int hour, int minute, int second) {
  CAPTURE(date.year);
  CAPTURE(date.month);
  CAPTURE(date.day);
  const TehranTime time = to_tehran(instant);
  CHECK(to_jalali(time.day) == date);
  CHECK(time.second_of_day == hour * 3600 + minute * 60 + second);
}

}  // namespace

TEST_CASE("the vectors of domain facts 3.3") {
  check_time(utc(2026, 11, 20, 20, 29, 59), {1405, 8, 29}, 23, 59, 59);
  check_time(utc(2026, 11, 20, 20, 30), {1405, 8, 30}, 0, 0, 0);
  check_time(utc(2025, 3, 20, 20, 30), {1404, 1, 1}, 0, 0, 0);
  check_time(utc(2026, 3, 20, 20, 29, 59), {1404, 12, 29}, 23, 59, 59);
  check_time(utc(2022, 3, 21, 20, 30), {1401, 1, 2}, 1, 0, 0);
  check_time(utc(2022, 9, 21, 19, 30), {1401, 6, 30}, 23, 0, 0);
  check_time(utc(2023, 7, 1, 0, 0), {1402, 4, 10}, 3, 30, 0);
}

TEST_CASE("the last seconds around each change of the clock, and the years with and without one") {
  check_time(utc(2022, 3, 21, 20, 29, 59), {1401, 1, 1}, 23, 59, 59);
  check_time(utc(2022, 9, 21, 19, 29, 59), {1401, 6, 30}, 23, 59, 59);
  check_time(utc(2022, 9, 21, 20, 30), {1401, 6, 31}, 0, 0, 0);
  check_time(utc(2020, 3, 20, 20, 30), {1399, 1, 2}, 1, 0, 0);  // 1399 is a leap year
  check_time(utc(2006, 7, 1, 0, 0), {1385, 4, 10}, 3, 30, 0);
  check_time(utc(2007, 7, 1, 0, 0), {1386, 4, 10}, 3, 30, 0);
  check_time(utc(2008, 7, 1, 0, 0), {1387, 4, 11}, 4, 30, 0);
  check_time(utc(1992, 7, 1, 0, 0), {1371, 4, 10}, 4, 30, 0);
  check_time(utc(1970, 1, 1, 0, 0), {1348, 10, 11}, 3, 30, 0);
  check_time(utc(1969, 12, 31, 20, 29, 59), {1348, 10, 10}, 23, 59, 59);
}

TEST_CASE("milliseconds are cut off, before 1970 too") {
  CHECK(to_tehran({999}).second_of_day == 3 * 3600 + 30 * 60);
  CHECK(to_tehran({-1}).second_of_day == 3 * 3600 + 30 * 60 - 1);
}

TEST_CASE("a day begins at its first instant") {
  CHECK(start_of_day_in_tehran(to_day({1405, 8, 30})) == utc(2026, 11, 20, 20, 30));
  CHECK(start_of_day_in_tehran(to_day({1401, 1, 2})) == utc(2022, 3, 21, 20, 30));  // at 01:00
  CHECK(start_of_day_in_tehran(to_day({1401, 1, 3})) == utc(2022, 3, 22, 19, 30));
  CHECK(start_of_day_in_tehran(to_day({1401, 6, 30})) == utc(2022, 9, 20, 19, 30));
  CHECK(start_of_day_in_tehran(to_day({1401, 6, 31})) == utc(2022, 9, 21, 20, 30));
}

TEST_CASE("for every day from 1340 to 1420, its start is in it and the millisecond before is in the day before") {
  const Day last = to_day({1420, 12, 29});
  for (Day day = to_day({1340, 1, 1}); day <= last; ++day.number) {
    const Instant start = start_of_day_in_tehran(day);
    const bool holds = to_tehran(start).day == day && to_tehran(start + -1).day == Day{day.number - 1};
    if (!holds) FAIL_CHECK("day " << day.number);
  }
}

TEST_CASE("instants beyond every calendar do no harm") {
  CHECK(to_tehran({INT64_MAX}).second_of_day < 86400);
  CHECK(to_tehran({INT64_MIN}).second_of_day >= 0);
  CHECK(start_of_day_in_tehran({INT32_MAX}) > start_of_day_in_tehran({0}));
  CHECK(start_of_day_in_tehran({INT32_MIN}) < start_of_day_in_tehran({0}));
}

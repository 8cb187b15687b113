#include "shared/calendar/jalali.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <climits>
#include <iterator>

using namespace hamandish;

namespace {

// From the standard library's civil calendar, not from ours.
Day gregorian(int year, unsigned month, unsigned day) {
  const std::chrono::sys_days days = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

constexpr int kOfficialLeapYears[] = {1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350,
                                      1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399,
                                      1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449,
                                      1453, 1457, 1461, 1465, 1469, 1474, 1478, 1482, 1486, 1490, 1494, 1498};

template <class Numbers>
bool among(const Numbers& numbers, int number) {
  return std::find(std::begin(numbers), std::end(numbers), number) != std::end(numbers);
}

}  // namespace

TEST_CASE("leap years agree with the official table") {
  for (int year = 1304; year <= 1498; ++year) {
    CAPTURE(year);
    CHECK(is_leap_year(year) == among(kOfficialLeapYears, year));
  }
}

TEST_CASE("the vectors of domain facts 3.2") {
  struct Row {
    JalaliDate jalali;
    int year;
    unsigned month, day;
    int weekday;  // 0 = Saturday; -1: not given
  };
  const Row rows[] = {
      {{1304, 1, 1}, 1925, 3, 21, 0},   {{1348, 10, 11}, 1970, 1, 1, 5},  {{1374, 12, 29}, 1996, 3, 19, 3},
      {{1375, 1, 1}, 1996, 3, 20, 4},   {{1375, 12, 29}, 1997, 3, 19, 4}, {{1375, 12, 30}, 1997, 3, 20, 5},
      {{1376, 1, 1}, 1997, 3, 21, 6},   {{1378, 12, 29}, 2000, 3, 19, 1}, {{1379, 1, 1}, 2000, 3, 20, 2},
      {{1379, 12, 30}, 2001, 3, 20, 3}, {{1380, 1, 1}, 2001, 3, 21, 4},   {{1391, 12, 30}, 2013, 3, 20, 4},
      {{1395, 12, 30}, 2017, 3, 20, 2}, {{1395, 12, 28}, 2017, 3, 18, 0}, {{1399, 12, 30}, 2021, 3, 20, 0},
      {{1400, 1, 1}, 2021, 3, 21, 1},   {{1402, 12, 29}, 2024, 3, 19, 3}, {{1403, 1, 1}, 2024, 3, 20, 4},
      {{1403, 6, 31}, 2024, 9, 21, 0},  {{1403, 7, 1}, 2024, 9, 22, 1},   {{1403, 12, 29}, 2025, 3, 19, 4},
      {{1403, 12, 30}, 2025, 3, 20, 5}, {{1404, 1, 1}, 2025, 3, 21, 6},   {{1404, 12, 29}, 2026, 3, 20, 6},
      {{1405, 1, 1}, 2026, 3, 21, 0},   {{1405, 8, 30}, 2026, 11, 21, 0}, {{1405, 9, 1}, 2026, 11, 22, 1},
      {{1405, 12, 29}, 2027, 3, 20, 0}, {{1406, 1, 1}, 2027, 3, 21, 1},   {{1408, 12, 29}, 2030, 3, 19, 3},
      {{1408, 12, 30}, 2030, 3, 20, 4}, {{1409, 1, 1}, 2030, 3, 21, 5},   {{1402, 12, 10}, 2024, 2, 29, -1},
      {{1406, 12, 10}, 2028, 2, 29, -1}};
  for (const Row& row : rows) {
    CAPTURE(row.jalali.year);
    CAPTURE(row.jalali.month);
    CAPTURE(row.jalali.day);
    const Day day = gregorian(row.year, row.month, row.day);
    CHECK(is_valid(row.jalali));
    CHECK(to_day(row.jalali) == day);
    CHECK(to_jalali(day) == row.jalali);
    if (row.weekday >= 0) CHECK(weekday(day) == row.weekday);
  }
}

TEST_CASE("Nowruz falls on 20 March in some years and on 21 March in the others") {
  constexpr int on_twentieth[] = {1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1407, 1408, 1411, 1412, 1415};
  for (int year = 1375; year <= 1415; ++year) {
    CAPTURE(year);
    CHECK(to_day({year, 1, 1}) == gregorian(year + 621, 3, among(on_twentieth, year) ? 20 : 21));
  }
}

TEST_CASE("days that do not exist are not valid") {
  const JalaliDate wrong[] = {{1374, 12, 30},
                              {1376, 12, 30},
                              {1378, 12, 30},
                              {1400, 12, 30},
                              {1402, 12, 30},
                              {1404, 12, 30},
                              {1405, 12, 30},
                              {1407, 12, 30},
                              {1405, 7, 31},
                              {1405, 0, 10},
                              {1405, 13, 1},
                              {1405, 1, 32},
                              {1408, 12, 31},
                              {1405, 1, 0},
                              {1405, -1, 1},
                              {1405, 1, -1},
                              {1299, 12, 29},
                              {1501, 1, 1},
                              {0, 0, 0},
                              {INT_MAX, 1, 1},
                              {1405, INT_MAX, 1},
                              {1405, 1, INT_MAX},
                              {INT_MIN, INT_MIN, INT_MIN}};
  for (const JalaliDate& date : wrong) {
    CAPTURE(date.year);
    CAPTURE(date.month);
    CAPTURE(date.day);
    CHECK_FALSE(is_valid(date));
  }
  CHECK(is_valid({1300, 1, 1}));
  CHECK(is_valid({1500, 12, 29}));
  CHECK(month_length(1405, 0) == 0);
  CHECK(month_length(1405, 13) == 0);
}

TEST_CASE("every day of the years 1300 to 1500 makes the round trip, in order and without a gap") {
  Day expected = to_day({1300, 1, 1});
  int expected_weekday = weekday(expected);
  for (int year = 1300; year <= 1500; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= month_length(year, month); ++day) {
        const JalaliDate date{year, month, day};
        const bool holds = to_day(date) == expected && to_jalali(expected) == date && is_valid(date) &&
                           weekday(expected) == expected_weekday;
        if (!holds) FAIL_CHECK(year << "/" << month << "/" << day);
        ++expected.number;
        expected_weekday = (expected_weekday + 1) % 7;
      }
    }
  }
  CHECK(expected == to_day({1501, 1, 1}));
}

TEST_CASE("every day of the years 1 to 3000 makes the round trip") {
  const Day last = to_day({3000, 12, month_length(3000, 12)});
  for (Day day = to_day({1, 1, 1}); day <= last; ++day.number) {
    if (to_day(to_jalali(day)) != day) FAIL_CHECK("day " << day.number);
  }
}

TEST_CASE("days beyond the calendar are moved to its ends") {
  CHECK(to_jalali({INT32_MIN}) == JalaliDate{1, 1, 1});
  CHECK(to_jalali({INT32_MAX}) == JalaliDate{3000, 12, month_length(3000, 12)});
  CHECK(weekday({INT32_MAX}) == (2147483647LL + 5) % 7);
  CHECK(weekday({-1}) == 4);
  CHECK(weekday({-6}) == 6);
}

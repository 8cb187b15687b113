#include "shared/calendar/working_days.h"

#include <doctest/doctest.h>

#include <utility>

#include "shared/calendar/jalali.h"

using namespace hamandish;

namespace {

constexpr int kThursday = 5;
constexpr int kFriday = 6;

struct Holidays {
  int month;
  std::vector<int> days;
};

void add_holidays(WorkingCalendar& calendar, int year, const std::vector<Holidays>& months) {
  for (const Holidays& of_month : months) {
    for (const int day : of_month.days) calendar.holidays.push_back(to_day({year, of_month.month, day}));
  }
}

// Domain facts 3.4: the holidays of 1405, and those predicted for 1406.
WorkingCalendar with_weekend(std::vector<int> weekend) {
  WorkingCalendar calendar{std::move(weekend), {}};
  add_holidays(calendar, 1405,
               {{1, {1, 2, 3, 4, 12, 13, 25}},
                {3, {6, 14, 15}},
                {4, {3, 4}},
                {5, {13, 21, 22, 30}},
                {6, {8}},
                {8, {22}},
                {10, {2, 16}},
                {11, {4, 22}},
                {12, {9, 19, 20, 29}}});
  add_holidays(calendar, 1406,
               {{1, {1, 2, 3, 4, 12, 13, 14}},
                {2, {27}},
                {3, {4, 14, 15, 24, 25}},
                {5, {3, 11, 12, 20, 29}},
                {8, {11}},
                {9, {21}},
                {10, {5, 22}},
                {11, {22, 28}},
                {12, {8, 9, 29}}});
  return calendar;
}

}  // namespace

TEST_CASE("the vectors of domain facts 3.4") {
  const WorkingCalendar both = with_weekend({kThursday, kFriday});
  const WorkingCalendar friday = with_weekend({kFriday});
  struct Row {
    JalaliDate start;
    int count;
    JalaliDate with_both, with_friday;
  };
  const Row rows[] = {
      {{1405, 8, 30}, 1, {1405, 9, 1}, {1405, 9, 1}},      {{1405, 8, 30}, 7, {1405, 9, 9}, {1405, 9, 8}},
      {{1405, 8, 30}, 10, {1405, 9, 14}, {1405, 9, 11}},   {{1405, 8, 30}, 15, {1405, 9, 21}, {1405, 9, 17}},
      {{1405, 8, 30}, 30, {1405, 10, 13}, {1405, 10, 6}},  {{1405, 8, 28}, 1, {1405, 8, 30}, {1405, 8, 30}},
      {{1405, 8, 28}, 7, {1405, 9, 8}, {1405, 9, 7}},      {{1405, 8, 28}, 10, {1405, 9, 11}, {1405, 9, 10}},
      {{1405, 8, 28}, 15, {1405, 9, 18}, {1405, 9, 16}},   {{1405, 8, 28}, 30, {1405, 10, 12}, {1405, 10, 5}},
      {{1405, 12, 25}, 1, {1405, 12, 26}, {1405, 12, 26}}, {{1405, 12, 25}, 7, {1406, 1, 15}, {1406, 1, 10}},
      {{1405, 12, 25}, 10, {1406, 1, 18}, {1406, 1, 16}},  {{1405, 12, 25}, 15, {1406, 1, 25}, {1406, 1, 22}},
      {{1405, 12, 25}, 30, {1406, 2, 15}, {1406, 2, 8}}};
  for (const Row& row : rows) {
    CAPTURE(row.start.month);
    CAPTURE(row.start.day);
    CAPTURE(row.count);
    CHECK(to_jalali(add_working_days(both, to_day(row.start), row.count)) == row.with_both);
    CHECK(to_jalali(add_working_days(friday, to_day(row.start), row.count)) == row.with_friday);
  }
}

TEST_CASE("calendar windows of domain facts 3.4 count every day") {
  const WorkingCalendar every_day;
  CHECK(add_working_days(every_day, to_day({1405, 8, 30}), 14) == to_day({1405, 9, 14}));
  CHECK(add_working_days(every_day, to_day({1405, 8, 30}), 30) == to_day({1405, 9, 30}));
}

TEST_CASE("weekends and holidays are no working days") {
  const WorkingCalendar calendar = with_weekend({kThursday, kFriday});
  CHECK(is_working_day(calendar, to_day({1405, 8, 30})));
  CHECK_FALSE(is_working_day(calendar, to_day({1405, 8, 29})));  // Friday
  CHECK_FALSE(is_working_day(calendar, to_day({1405, 8, 28})));  // Thursday
  CHECK_FALSE(is_working_day(calendar, to_day({1405, 1, 1})));   // Nowruz
  CHECK(is_working_day(with_weekend({kFriday}), to_day({1405, 8, 28})));
  CHECK(is_working_day({}, to_day({1405, 8, 29})));
}

TEST_CASE("no working days to add leaves even a holiday where it is") {
  const WorkingCalendar calendar = with_weekend({kThursday, kFriday});
  CHECK(add_working_days(calendar, to_day({1405, 8, 29}), 0) == to_day({1405, 8, 29}));
}

TEST_CASE("a week without any working day is told apart") {
  CHECK(has_working_weekday({}));
  CHECK(has_working_weekday({{0, 1, 2, 3, 4, 5}, {}}));
  CHECK_FALSE(has_working_weekday({{0, 1, 2, 3, 4, 5, 6}, {}}));
  CHECK(has_working_weekday({{7, 8, -1, 9, 10, 11, 12}, {}}));
}

TEST_CASE("counting is the inverse of adding") {
  const WorkingCalendar calendar = with_weekend({kThursday, kFriday});
  for (Day start = to_day({1405, 1, 1}); start <= to_day({1405, 12, 29}); start.number += 3) {
    for (int count = 0; count <= 40; ++count) {
      const Day end = add_working_days(calendar, start, count);
      const bool holds = working_days_between(calendar, start, end) == count &&
                         working_days_between(calendar, end, start) == -count &&
                         (count == 0 || is_working_day(calendar, end));
      if (!holds) FAIL_CHECK("day " << start.number << " + " << count);
    }
  }
}

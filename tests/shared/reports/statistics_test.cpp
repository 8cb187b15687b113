// The parts of every tally, against a table computed by hand.
#include "shared/reports/statistics.h"

#include <doctest/doctest.h>

#include "shared/calendar/jalali.h"

namespace hamandish {
namespace {

Day day(int month, int number) {
  return to_day({1405, month, number});
}

}  // namespace

TEST_CASE("every message is in one part of its tally, and the parts add up") {
  // Today is 1405/08/20. Registered, due, answered (0: not), withdrawn; which part is expected to have it.
  struct Row {
    int due;
    int answered;
    bool withdrawn;
    std::int64_t Tally::*part;
  };
  const Row rows[] = {
      {15, 15, false, &Tally::on_time},  // on the last day
      {15, 3, false, &Tally::on_time},   //
      {15, 16, false, &Tally::late},     // a day later
      {15, 0, false, &Tally::overdue},   //
      {19, 0, false, &Tally::overdue},   // due yesterday
      {20, 0, false, &Tally::open},      // due today
      {28, 0, false, &Tally::open},      //
      {15, 0, true, &Tally::withdrawn},  // taken back: nobody is late
      {15, 16, true, &Tally::late},      // taken back after an answer
  };
  MonthStatistics month{{1405, 8}, {}, {}};
  Tally expected;
  for (const Row& row : rows) {
    CaseFact fact{CaseKind::request, day(8, 1), day(8, row.due), std::nullopt, row.withdrawn};
    if (row.answered > 0) fact.answered_on = day(8, row.answered);
    add_case(month, fact, day(8, 20));
    ++expected.received;
    ++(expected.*row.part);
  }
  CHECK(month.by_kind[1] == expected);
  const Tally all = month.total();
  CHECK(all == expected);
  CHECK(all.received == all.on_time + all.late + all.overdue + all.open + all.withdrawn);
  CHECK(percent_on_time(all) == 33);               // 2 of 6
  CHECK(median_days(month.days_to_answer) == 14);  // 2 14 15 15: the lower one of the two in the middle
}

TEST_CASE("nothing to say of nothing") {
  CHECK_FALSE(percent_on_time(Tally{}));
  CHECK_FALSE(median_days({}));
}

TEST_CASE("months of the Jalali calendar") {
  CHECK(month_of(day(8, 30)) == JalaliMonth{1405, 8});
  CHECK(month_before({1405, 1}, 1) == JalaliMonth{1404, 12});
  CHECK(month_before({1405, 8}, 12) == JalaliMonth{1404, 8});
  CHECK(month_before({1405, 12}, -1) == JalaliMonth{1406, 1});
  CHECK(first_day({1405, 8}) == day(8, 1));
}

}  // namespace hamandish

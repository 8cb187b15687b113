// The monthly figures of twelve cases, against tables computed by hand, and of thousands by chance, whose parts must add up.
#include "shared/reports/monthly.h"

#include <doctest/doctest.h>

#include <random>

#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish {
namespace {

// Aban 1405 begins on a Friday and has 30 days; offices are closed on Thursday and Friday.
constexpr JalaliMonth kAban{1405, 8};

Day day(int month, int number) {
  return to_day({1405, month, number});
}
Instant noon(int month, int number) {
  return start_of_day_in_tehran(day(month, number)) + 12 * kHour;
}

WorkingDayTable working_days() {
  return {{{5, 6}, {}}, day(1, 1), day(12, 1)};
}

CaseHistory made(std::int64_t id, CaseKind kind, Intake channel, Instant at, Day due) {
  CaseHistory history;
  history.id = id;
  history.kind = kind;
  history.channel = channel;
  history.registered_at = at;
  history.due_on = due;
  return history;
}

void add(CaseHistory& history, EventKind kind, Instant at, std::string from = {}, std::string to = {},
         std::string detail = {}) {
  const bool citizen = kind == EventKind::withdrawn || kind == EventKind::objected;
  history.events.push_back({kind, at, !citizen, std::move(from), std::move(to), std::move(detail)});
}

std::vector<CaseHistory> twelve() {
  using enum CaseKind;
  using enum Intake;
  std::vector<CaseHistory> all = {
      made(1, complaint, web, noon(8, 2), day(8, 20)),    //
      made(2, request, phone, noon(8, 3), day(8, 10)),    //
      made(3, complaint, email, noon(7, 25), day(8, 9)),  //
      made(4, suggestion, web, noon(8, 28), day(9, 20)),  //
      made(5, complaint, visit, noon(6, 1), day(7, 10)),  //
      made(6, complaint, web, noon(7, 1), day(9, 1)),     //
      made(7, request, sms, noon(8, 10), day(9, 1)),      //
      made(8, request, letter, noon(8, 11), day(9, 1)),   //
      made(9, request, web, noon(8, 2), day(9, 5)),       //
      made(10, complaint, web, noon(9, 2), day(9, 25)),   //
      made(11, complaint, web, noon(8, 5), day(9, 30)),   //
      made(12, request, email, noon(8, 6), day(9, 1)),    //
  };
  for (CaseHistory& one : all) {
    const bool in_b = one.id == 5 || one.id == 6 || one.id == 8 || one.id == 9 || one.id == 12;
    add(one, EventKind::registered, one.registered_at, {}, in_b ? "b" : "a");
  }
  const auto number = [&all](std::size_t id) -> CaseHistory& { return all[id - 1]; };
  add(number(1), EventKind::replied, noon(8, 5));
  add(number(2), EventKind::closed, noon(8, 11), {}, {}, "done");  // a day late
  add(number(3), EventKind::referred, noon(8, 4), "a", "b");
  add(number(3), EventKind::replied, noon(8, 9));  // on the last day
  add(number(6), EventKind::replied, noon(7, 10));
  add(number(6), EventKind::closed, noon(7, 12), {}, {}, "done");  // answered already: counts nothing
  add(number(6), EventKind::objected, noon(8, 3));
  number(6).due_moves = {{noon(8, 3), day(7, 20)}};
  add(number(6), EventKind::rejected, noon(8, 12), {}, {}, "not_possible");
  add(number(7), EventKind::withdrawn, noon(8, 12));
  add(number(8), EventKind::merged, noon(8, 12));
  add(number(9), EventKind::extended, noon(8, 24));
  number(9).due_moves = {{noon(8, 24), day(8, 25)}};
  add(number(9), EventKind::replied, noon(8, 26));
  add(number(9), EventKind::rated, noon(8, 28));
  number(9).score = 4;
  number(9).rated_at = noon(8, 28);
  add(number(11), EventKind::extended, noon(9, 1));  // after the month: in it the deadline was another
  number(11).due_moves = {{noon(9, 1), day(8, 25)}};
  add(number(11), EventKind::replied, noon(9, 3));
  add(number(12), EventKind::returned, noon(8, 9), "b", "a");
  return all;
}

MonthlyFigures figures_of(const std::vector<CaseHistory>& cases, JalaliMonth month) {
  const MonthSpan span = span_of(month);
  const WorkingDayTable table = working_days();
  MonthlyFigures figures = start_figures(month, {"a", "b"});
  for (const CaseHistory& history : cases) add_case(figures, read_case_month(history, span, table));
  return figures;
}

void check_parts(const Counts& counts) {
  using enum Measure;
  const auto sum = [&counts](Measure from, Measure to) {
    std::int64_t all = 0;
    for (int i = static_cast<int>(from); i <= static_cast<int>(to); ++i) all += counts[static_cast<Measure>(i)];
    return all;
  };
  CHECK(counts[brought] + counts[received] + counts[reopened] ==
        counts[on_time] + counts[late] + counts[withdrawn] + counts[otherwise] + counts[open]);
  CHECK(sum(received_complaint, received_appreciation) == counts[received]);
  CHECK(sum(by_web, by_email) == counts[received]);
  CHECK(sum(age_week, age_older) == counts[open]);
  CHECK(counts[overdue] <= counts[open]);
  CHECK(counts[objections_met] + counts[objections_refused] <= answered(counts));
}

}  // namespace

TEST_CASE("the figures of a month are those that were computed by hand") {
  struct Line {
    Measure measure;
    std::int64_t a;
    std::int64_t b;
  };
  using enum Measure;
  const Line lines[] = {
      {brought, 0, 2},             // 3 and 5
      {received, 6, 2},            // 1 2 4 7 11 12; 8 9
      {reopened, 0, 1},            // 6
      {on_time, 1, 3},             // 1; 3 6 9
      {late, 1, 0},                // 2
      {withdrawn, 1, 0},           // 7
      {otherwise, 0, 1},           // 8
      {open, 3, 1},                // 4 11 12; 5
      {overdue, 1, 1},             // 11; 5
      {age_week, 1, 0},            // 4
      {age_fortnight, 0, 0},       //
      {age_month, 2, 0},           // 11 (25 days) and 12 (24 days)
      {age_quarter, 0, 1},         // 5: 90 days
      {age_older, 0, 0},           //
      {referrals, 1, 0},           // 3, which a gave to b
      {returns, 0, 1},             // 12, which b gave back
      {objections_met, 0, 0},      //
      {objections_refused, 0, 1},  // 6
      {rated, 0, 1},               // 9
      {score_sum, 0, 4},           //
      {mail_received, 1, 0},       // 12
      {mail_answered, 0, 1},       // 3
      {mail_waiting, 1, 0},        // 12
      {received_complaint, 2, 0},
      {received_request, 3, 2},
      {received_suggestion, 1, 0},
      {received_criticism, 0, 0},
      {received_report, 0, 0},
      {received_head, 0, 0},
      {received_appreciation, 0, 0},
      {by_web, 3, 1},
      {by_phone, 1, 0},
      {by_visit, 0, 0},
      {by_letter, 0, 1},
      {by_sms, 1, 0},
      {by_email, 1, 0},
  };
  const MonthlyFigures figures = figures_of(twelve(), kAban);
  REQUIRE(figures.units.size() == 2);
  REQUIRE(std::size(lines) == kMeasures);
  const UnitFigures total = total_of(figures);
  for (const Line& line : lines) {
    CAPTURE(wire_name(line.measure));
    CHECK(figures.units[0].counts[line.measure] == line.a);
    CHECK(figures.units[1].counts[line.measure] == line.b);
    CHECK(total.counts[line.measure] == line.a + line.b);
  }
  // Working days to the answer: 3 and 6 in a; 10, 7 and 18 in b.
  CHECK(days_within(figures.units[0].answers_after, 50) == 3);
  CHECK(days_within(figures.units[0].answers_after, 90) == 6);
  CHECK(days_within(figures.units[1].answers_after, 50) == 10);
  CHECK(days_within(figures.units[1].answers_after, 90) == 18);
  CHECK(days_within(total.answers_after, 50) == 7);
  CHECK(percent_on_time(total.counts) == 80);
  CHECK(mean_score_tenths(total.counts) == 40);
  CHECK(!mean_score_tenths(figures.units[0].counts));
  CHECK(!days_within({}, 50));
}

TEST_CASE("what happens after the month changes nothing in its figures") {
  std::vector<CaseHistory> later = twelve();
  const MonthlyFigures before = figures_of(later, kAban);
  for (CaseHistory& history : later) {
    history.due_moves.push_back({noon(9, 10), history.due_on});
    history.due_on = day(11, 1);
    add(history, EventKind::referred, noon(9, 10), "a", "c");
    add(history, EventKind::replied, noon(9, 12));
    add(history, EventKind::objected, noon(9, 20));
  }
  CHECK(figures_of(later, kAban) == before);
}

TEST_CASE("a figure counts the cases that the list below it shows") {
  const MonthlyFigures figures = figures_of(twelve(), kAban);
  const WorkingDayTable table = working_days();
  for (const UnitFigures& unit : figures.units) {
    for (std::size_t i = 0; i < kMeasures; ++i) {
      const auto measure = static_cast<Measure>(i);
      std::int64_t counted = 0;
      for (const CaseHistory& history : twelve()) {
        counted += count_in(read_case_month(history, span_of(kAban), table), measure, unit.unit_id);
      }
      CAPTURE(wire_name(measure));
      CHECK(counted == unit.counts[measure]);
    }
  }
}

TEST_CASE("of any cases, the parts add up to the whole, and one month goes on where the other ended") {
  std::mt19937 random(20'170'130);
  const auto pick = [&random](int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
  };
  constexpr EventKind kKinds[] = {EventKind::replied,  EventKind::closed,    EventKind::referred, EventKind::objected,
                                  EventKind::rejected, EventKind::withdrawn, EventKind::merged,   EventKind::returned};
  std::vector<CaseHistory> cases;
  for (int i = 0; i < 3000; ++i) {
    const int month = pick(6, 9);
    const auto kind = static_cast<CaseKind>(pick(0, 6));
    const auto channel = static_cast<Intake>(pick(0, 5));
    const Instant at = noon(month, pick(1, 30));
    CaseHistory history = made(i, kind, channel, at, day(pick(7, 10), 5));
    add(history, EventKind::registered, at, {}, "a");
    Instant next = at;
    for (int steps = pick(0, 5); steps > 0; --steps) {
      next = next + pick(0, 20) * kDay + pick(0, 9) * kHour;
      add(history, kKinds[static_cast<std::size_t>(pick(0, 7))], next, pick(0, 1) == 0 ? "a" : "b", "b");
    }
    cases.push_back(std::move(history));
  }
  std::int64_t open_before = -1;
  for (const int month : {6, 7, 8, 9}) {
    const MonthlyFigures figures = figures_of(cases, {1405, month});
    for (const UnitFigures& unit : figures.units) check_parts(unit.counts);
    const Counts total = total_of(figures).counts;
    check_parts(total);
    if (open_before >= 0) CHECK(total[Measure::brought] == open_before);
    open_before = total[Measure::open];
    std::int64_t answers = 0;
    for (const std::int64_t count : total_of(figures).answers_after) answers += count;
    CHECK(answers == answered(total));
  }
}

TEST_CASE("figures come back from their storage as they were") {
  const MonthlyFigures figures = figures_of(twelve(), kAban);
  const Result<Json> json = parse_json(figures_json(figures).write());
  REQUIRE(json.ok());
  const Result<MonthlyFigures> back = read_figures(*json);
  REQUIRE(back.ok());
  CHECK(*back == figures);
  CHECK(!read_figures(Json::object()).ok());
}

TEST_CASE("a month in an address") {
  CHECK(parse_month("1405-08") == JalaliMonth{1405, 8});
  CHECK(parse_month("۱۴۰۵-۱۲") == JalaliMonth{1405, 12});
  for (const char* wrong : {"", "1405-13", "1405-00", "1405-8", "14O5-08", "2026-08", "1405/08", "1405-08-01"}) {
    CAPTURE(wrong);
    CHECK(!parse_month(wrong));
  }
}

}  // namespace hamandish

#include "shared/consultations/window.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish {
namespace {

constexpr int kFriday = 6;

// Fridays, and Nowruz of 1406 (domain.md 3.4).
WorkingCalendar calendar() {
  WorkingCalendar made{{kFriday}, {}};
  for (const int day : {1, 2, 3, 4, 12, 13}) made.holidays.push_back(to_day({1406, 1, day}));
  return made;
}

JalaliDate end_of(const WindowRule& rule, DraftOrigin origin, JalaliDate opens, int days,
                  std::string_view reason = {}) {
  const Result<ConsultationWindow> window = make_window(rule, calendar(), origin, to_day(opens), days, reason);
  REQUIRE(window);
  CHECK(window->opens_on == to_day(opens));
  return to_jalali(window->closes_on);
}

std::string field_error(const Result<ConsultationWindow>& result) {
  if (result || result.error().fields.size() != 1) return "none";
  return result.error().fields[0].field + " " + result.error().fields[0].key;
}

}  // namespace

TEST_CASE("two weeks and one month, by a table of dates") {
  struct Row {
    JalaliDate opens;
    DraftOrigin origin;
    JalaliDate last;
  };
  const Row rows[] = {
      // The day of publication is not counted; 1405/08/02 is a Saturday.
      {{1405, 8, 2}, DraftOrigin::own, {1405, 8, 16}},
      {{1405, 8, 2}, DraftOrigin::higher_authority, {1405, 9, 2}},
      // The last day would be a Friday: Saturday.
      {{1405, 8, 1}, DraftOrigin::own, {1405, 8, 16}},
      // Over the end of a leap-less year, and into Nowruz: 1405/12/17 + 14 = 1406/01/02, moved past the fourth.
      {{1405, 12, 17}, DraftOrigin::own, {1406, 1, 5}},
      {{1405, 12, 1}, DraftOrigin::higher_authority, {1406, 1, 5}},
      // 1406/01/12 and 13 are holidays, and 14 of Farvardin is a Saturday.
      {{1405, 12, 27}, DraftOrigin::own, {1406, 1, 14}},
  };
  const WindowRule rule;
  for (const Row& row : rows) {
    CAPTURE(row.opens.month);
    CAPTURE(row.opens.day);
    const JalaliDate last = end_of(rule, row.origin, row.opens, promised_days(rule, row.origin));
    CAPTURE(last.day);
    CHECK(last == row.last);
  }
}

TEST_CASE("an organisation may count otherwise") {
  WindowRule rule;
  rule.first_day_counts = true;
  CHECK(end_of(rule, DraftOrigin::own, {1405, 8, 2}, 14) == JalaliDate{1405, 8, 16});  // the 15th is a Friday
  rule.ends_on_working_day = false;
  CHECK(end_of(rule, DraftOrigin::own, {1405, 8, 2}, 14) == JalaliDate{1405, 8, 15});
}

TEST_CASE("another length needs its reason") {
  const WindowRule rule;
  const Day opens = to_day({1405, 8, 2});
  CHECK(end_of(rule, DraftOrigin::own, {1405, 8, 2}, 20, "فوریت") == JalaliDate{1405, 8, 23});  // the 22nd is a Friday
  CHECK(field_error(make_window(rule, calendar(), DraftOrigin::own, opens, 20, " ")) ==
        "days_reason draft.days_reason_needed");
  CHECK(field_error(make_window(rule, calendar(), DraftOrigin::own, opens, 0, "فوریت")) == "days draft.days_too_few");
  CHECK(field_error(make_window(rule, calendar(), DraftOrigin::own, opens, 366, "فوریت")) ==
        "days draft.days_too_many");
}

TEST_CASE("a window opens and closes at midnight of Tehran, to the millisecond") {
  const ConsultationWindow window{to_day({1405, 8, 2}), to_day({1405, 8, 16})};
  const Instant opens = start_of_day_in_tehran(window.opens_on);
  const Instant closes = start_of_day_in_tehran(to_day({1405, 8, 17}));
  CHECK(phase(window, opens + -1) == WindowPhase::before);
  CHECK(phase(window, opens) == WindowPhase::open);
  CHECK(phase(window, closes + -1) == WindowPhase::open);
  CHECK(phase(window, closes) == WindowPhase::over);
  CHECK(days_left(window, opens) == 14);
  CHECK(days_left(window, closes + -1) == 0);
  CHECK_FALSE(days_left(window, closes));
  CHECK_FALSE(days_left(window, opens + -1));
}

TEST_CASE("an extension is later, has a reason, and comes before the end") {
  const ConsultationWindow window{to_day({1405, 8, 2}), to_day({1405, 8, 16})};
  const Instant during = opening(window) + 5 * kDay;
  const Result<ConsultationWindow> longer =
      extended(window, to_day({1405, 8, 23}), "درخواست تشکل‌ها", during);
  REQUIRE(longer);
  CHECK(longer->closes_on == to_day({1405, 8, 23}));
  CHECK(longer->opens_on == window.opens_on);
  CHECK(field_error(extended(window, window.closes_on, "دلیل", during)) == "closes_on draft.extension_not_later");
  CHECK(field_error(extended(window, to_day({1405, 8, 23}), "", during)) == "reason draft.extension_reason_needed");
  CHECK(field_error(extended(window, to_day({1407, 8, 23}), "دلیل", during)) == "closes_on draft.days_too_many");
  const Result<ConsultationWindow> late = extended(window, to_day({1405, 8, 23}), "دلیل", closing(window));
  REQUIRE_FALSE(late);
  CHECK(late.error().code == Code::conflict);
}

}  // namespace hamandish

#include "shared/cases/case_clock.h"

#include <doctest/doctest.h>

#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"
#include "shared/calendar/working_hours.h"

namespace hamandish {
namespace {

Day jalali(int year, int month, int day) {
  return to_day({year, month, day});
}

// Thursday and Friday free, two shifts: 07:30 to 14:30 and 16:00 to 18:00.
WorkingCalendar calendar() {
  return {{5, 6}, {jalali(1405, 10, 2)}, {{450, 870}, {960, 1080}}};
}

Instant at(Day day, int hour, int minute = 0) {
  return start_of_day_in_tehran(day) + (hour * 60 + minute) * kMinute;
}

// Saturday 1405/08/30, 09:00.
Instant start() {
  return at(jalali(1405, 8, 30), 9);
}

constexpr ClockRules kRules{600, 2, 10};

TEST_CASE("working time runs in shifts, over the night and over the weekend") {
  CHECK(add_working_minutes(calendar(), start(), 0) == start());
  CHECK(add_working_minutes(calendar(), start(), 60) == at(jalali(1405, 8, 30), 10));
  CHECK(add_working_minutes(calendar(), start(), 330) == at(jalali(1405, 8, 30), 16));
  CHECK(add_working_minutes(calendar(), start(), 449) == at(jalali(1405, 8, 30), 17, 59));
  CHECK(add_working_minutes(calendar(), start(), 450) == at(jalali(1405, 9, 1), 7, 30));
  // Wednesday evening to Saturday morning.
  CHECK(add_working_minutes(calendar(), at(jalali(1405, 9, 4), 20), 0) == at(jalali(1405, 9, 7), 7, 30));
  CHECK(opening_on_or_after(calendar(), jalali(1405, 9, 5)) == at(jalali(1405, 9, 7), 7, 30));
  CHECK(subtract_working_days(calendar(), jalali(1405, 9, 7), 1) == jalali(1405, 9, 4));
}

TEST_CASE("a clock tells in the order of its times, each once") {
  CaseClock clock = start_clock(calendar(), kRules, 15, start());
  CHECK(clock.due_on == jalali(1405, 9, 21));
  CHECK(clock.legal_on.number == jalali(1405, 8, 30).number + 90);
  std::vector<Alarm> order;
  std::vector<Instant> times;
  while (const auto next = next_alarm(clock, calendar(), kRules)) {
    order.push_back(next->alarm);
    times.push_back(next->at);
    mark_told(clock, next->alarm);
  }
  const std::vector<Alarm> wanted = {Alarm::first_reply_late, Alarm::before_deadline, Alarm::deadline_passed,
                                     Alarm::before_legal, Alarm::legal_passed};
  CHECK(order == wanted);
  CHECK(times[0] == at(jalali(1405, 9, 1), 10));
  CHECK(times[1] == at(jalali(1405, 9, 17), 7, 30));
  CHECK(times[2] == at(jalali(1405, 9, 22), 7, 30));
  CHECK(!goes_to_head(Alarm::before_deadline));
  CHECK(goes_to_head(Alarm::deadline_passed));
}

TEST_CASE("the clock stands still while the citizen is waited for, and the dates move by the waited time") {
  CaseClock clock = start_clock(calendar(), kRules, 15, start());
  const Day legal = clock.legal_on;
  stop_clock(clock, jalali(1405, 9, 1));
  stop_clock(clock, jalali(1405, 9, 3));  // asked again: still waiting since the first
  CHECK(!next_alarm(clock, calendar(), kRules));
  resume_clock(clock, calendar(), jalali(1405, 9, 8));
  CHECK(clock.days == 15 + working_days_between(calendar(), jalali(1405, 9, 1), jalali(1405, 9, 8)));
  CHECK(clock.days == 20);
  CHECK(clock.due_on == add_working_days(calendar(), jalali(1405, 8, 30), 20));
  CHECK(clock.legal_on.number == legal.number + 7);
  CHECK(next_alarm(clock, calendar(), kRules).has_value());
}

TEST_CASE("a closure moves the date of a running clock; an extension is told of again") {
  CaseClock clock = start_clock(calendar(), kRules, 15, start());
  WorkingCalendar closed = calendar();
  closed.holidays.push_back(jalali(1405, 9, 10));
  closed.holidays.push_back(jalali(1405, 9, 12));  // Thursday: free anyway
  CHECK(recount(clock, closed));
  CHECK(clock.due_on == jalali(1405, 9, 22));
  CHECK(!recount(clock, closed));
  mark_told(clock, Alarm::before_deadline);
  move_deadline(clock, closed, jalali(1405, 10, 1));
  CHECK(!was_told(clock, Alarm::before_deadline));
  CHECK(clock.due_on == jalali(1405, 10, 1));
  CHECK(!recount(clock, closed));
}

}  // namespace
}  // namespace hamandish

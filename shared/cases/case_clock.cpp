#include "shared/cases/case_clock.h"

#include "shared/calendar/tehran_time.h"
#include "shared/calendar/working_hours.h"
#include "shared/cases/deadlines.h"

namespace hamandish {
namespace {

constexpr std::array<std::string_view, kAlarms.size()> kNames = {"first_reply_late", "before_deadline",
                                                                 "deadline_passed", "before_legal", "legal_passed"};

int bit(Alarm alarm) {
  return 1 << static_cast<int>(alarm);
}

Day after(Day day, int days) {
  return {day.number + days};
}

Instant time_of(const CaseClock& clock, const WorkingCalendar& calendar, const ClockRules& rules, Alarm alarm) {
  switch (alarm) {
    case Alarm::first_reply_late:
      return clock.first_reply_due;
    case Alarm::before_deadline:
      return opening_on_or_after(calendar, subtract_working_days(calendar, clock.due_on, rules.warn_days));
    case Alarm::deadline_passed:
      return opening_on_or_after(calendar, after(clock.due_on, 1));
    case Alarm::before_legal:
      return opening_on_or_after(calendar, after(clock.legal_on, -rules.legal_warn_days));
    case Alarm::legal_passed:
      return opening_on_or_after(calendar, after(clock.legal_on, 1));
  }
  return {};
}

}  // namespace

std::string_view wire_name(Alarm alarm) {
  return kNames.at(static_cast<std::size_t>(alarm));
}

bool goes_to_head(Alarm alarm) {
  return alarm != Alarm::first_reply_late && alarm != Alarm::before_deadline;
}

CaseClock start_clock(const WorkingCalendar& calendar, const ClockRules& rules, int working_days, Instant now) {
  const Day today = to_tehran(now).day;
  CaseClock clock;
  clock.started_at = now;
  clock.days = working_days;
  clock.due_on = add_working_days(calendar, today, working_days);
  clock.legal_on = legal_limit(today);
  if (rules.first_reply_minutes > 0) {
    clock.first_reply_due = add_working_minutes(calendar, now, rules.first_reply_minutes);
  }
  return clock;
}

void stop_clock(CaseClock& clock, Day today) {
  if (!clock.waiting_since) clock.waiting_since = today;
}

void resume_clock(CaseClock& clock, const WorkingCalendar& calendar, Day today) {
  if (!clock.waiting_since) return;
  clock.days += working_days_between(calendar, *clock.waiting_since, today);
  clock.legal_on.number += today.number - clock.waiting_since->number;
  clock.waiting_since.reset();
  clock.due_on = add_working_days(calendar, to_tehran(clock.started_at).day, clock.days);
}

void move_deadline(CaseClock& clock, const WorkingCalendar& calendar, Day due_on) {
  clock.days = working_days_between(calendar, to_tehran(clock.started_at).day, due_on);
  clock.due_on = due_on;
  clock.told &= ~(bit(Alarm::before_deadline) | bit(Alarm::deadline_passed));
}

bool recount(CaseClock& clock, const WorkingCalendar& calendar) {
  if (clock.days < 0) return false;  // a date before its own beginning was set by hand: leave it
  const Day due_on = add_working_days(calendar, to_tehran(clock.started_at).day, clock.days);
  const bool moved = due_on != clock.due_on;
  clock.due_on = due_on;
  return moved;
}

std::optional<Ringing> next_alarm(const CaseClock& clock, const WorkingCalendar& calendar, const ClockRules& rules) {
  if (clock.waiting_since) return std::nullopt;
  std::optional<Ringing> next;
  for (const Alarm alarm : kAlarms) {
    if (was_told(clock, alarm)) continue;
    if (alarm == Alarm::first_reply_late && clock.first_reply_due == Instant{}) continue;
    const Instant at = time_of(clock, calendar, rules, alarm);
    if (!next || at < next->at) next = Ringing{alarm, at};
  }
  return next;
}

void mark_told(CaseClock& clock, Alarm alarm) {
  clock.told |= bit(alarm);
}

bool was_told(const CaseClock& clock, Alarm alarm) {
  return (clock.told & bit(alarm)) != 0;
}

}  // namespace hamandish

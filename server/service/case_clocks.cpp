#include "server/service/case_clocks.h"

#include "server/service/citizen_notices.h"
#include "server/store/case_history_store.h"
#include "server/store/cases_store.h"
#include "server/store/clocks_store.h"
#include "server/store/events_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/transitions.h"

namespace hamandish::server {
namespace {

// What is between two events of one case.
struct Step {
  Transaction& transaction;
  const Profile& profile;
  const EventRow& event;
  WorkingCalendar calendar;
  CaseFacts facts;
};

Result<void> keep(Step& step, const CaseClock& clock) {
  Result<void> done = begin_clock(step.transaction, step.profile, step.event.case_id, clock);
  if (done && clock.due_on != step.facts.due_on) {
    done = note_due_move(step.transaction, step.event.case_id, step.facts.due_on, step.event.at);
    if (done) done = set_due_on(step.transaction, step.event.case_id, clock.due_on);
  }
  return done;
}

void apply(Step& step, CaseClock& clock) {
  const Day today = to_tehran(step.event.at).day;
  switch (step.event.kind) {
    case EventKind::asked:
      clock.first_reply_due = Instant{};
      return stop_clock(clock, today);
    case EventKind::supplied:
      return resume_clock(clock, step.calendar, today);
    case EventKind::extended:
      return move_deadline(clock, step.calendar, step.facts.due_on);
    default:
      // Whatever else brings the case back from waiting: the clock goes on.
      if (step.facts.state != CaseState::waiting_for_citizen) resume_clock(clock, step.calendar, today);
  }
}

bool touches_clock(EventKind kind) {
  return kind != EventKind::noted && kind != EventKind::escalated && kind != EventKind::rescheduled;
}

}  // namespace

CaseClock new_clock(const Profile& profile, CaseKind kind, Instant now) {
  constexpr int kWithoutForm = 15;
  const KindForm* form = profile.kind(kind);
  const int days = form != nullptr ? form->working_days : kWithoutForm;
  return start_clock(working_calendar(profile), profile.clocks, days, now);
}

Result<void> begin_clock(Transaction& transaction, const Profile& profile, std::int64_t case_id,
                         const CaseClock& clock) {
  return set_clock(transaction, {case_id, clock}, next_alarm(clock, working_calendar(profile), profile.clocks));
}

Result<void> record_event(Transaction& transaction, const Profile& profile, const EventRow& event) {
  Result<void> done = append_event(transaction, event);
  if (done) done = tell_citizen(transaction, profile, event);
  if (!done || !touches_clock(event.kind)) return done;
  const Result<std::optional<CaseFacts>> facts = case_facts(transaction, event.case_id);
  if (!facts) return facts.error();
  if (!*facts) return make_error(Code::internal, "error.internal", "event without a case");
  if (!is_open((*facts)->state)) return delete_clock(transaction, event.case_id);
  Step step{transaction, profile, event, working_calendar(profile), **facts};
  Result<std::optional<CaseClock>> clock = clock_of(transaction, event.case_id);
  if (!clock) return clock.error();
  if (!*clock) return keep(step, new_clock(profile, step.facts.kind, event.at));
  CaseClock after = **clock;
  apply(step, after);
  return after == **clock ? Result<void>() : keep(step, after);
}

}  // namespace hamandish::server

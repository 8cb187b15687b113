#include "server/service/clocks_service.h"

#include "server/service/case_clocks.h"
#include "server/service/case_views.h"
#include "server/store/case_history_store.h"
#include "server/store/clocks_store.h"
#include "server/store/events_store.h"
#include "server/store/outbox_store.h"
#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/transitions.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kAtOnce = 200;

std::string_view message_key(Alarm alarm) {
  switch (alarm) {
    case Alarm::first_reply_late:
      return "alarm.first_reply_late";
    case Alarm::before_deadline:
      return "alarm.before_deadline";
    case Alarm::deadline_passed:
      return "alarm.deadline_passed";
    case Alarm::before_legal:
      return "alarm.before_legal";
    case Alarm::legal_passed:
      return "alarm.legal_passed";
  }
  return "";
}

// The unit that stands for the head's office: where messages to the head go.
const Unit* head_unit(const Profile& profile) {
  const KindForm* form = profile.kind(CaseKind::head);
  return form != nullptr ? profile.unit(form->default_unit_id) : nullptr;
}

// Never the citizen's words: who reads an e-mail is not who may read the case.
std::string text_of(const Profile& profile, const ClockRow& row, const CaseFacts& facts, Alarm alarm) {
  const bool legal = alarm == Alarm::before_legal || alarm == Alarm::legal_passed;
  return say(message_key(alarm), {{"code", grouped_code(facts.tracking_code)},
                                  {"kind", kind_text(profile, facts.kind)},
                                  {"unit", unit_name(profile, facts.unit_id)},
                                  {"date", short_date(legal ? row.clock.legal_on : row.clock.due_on)}});
}

OutboxMessage message_for(const Profile& profile, const ClockRow& row, const CaseFacts& facts, Alarm alarm) {
  const Unit* unit = goes_to_head(alarm) ? head_unit(profile) : profile.unit(facts.unit_id);
  OutboxMessage message;
  message.channel = OutboxChannel::email;
  message.address = unit != nullptr && !unit->email.empty() ? unit->email : profile.email;
  message.text = text_of(profile, row, facts, alarm);
  message.cause = "escalation";
  message.once = std::string(wire_name(alarm)) + ":" + std::to_string(row.case_id) + ":" +
                 std::to_string(row.clock.started_at.milliseconds) + ":" + std::to_string(row.clock.due_on.number);
  message.case_id = row.case_id;
  return message;
}

EventRow event_for(const Profile& profile, const ClockRow& row, const CaseFacts& facts, Alarm alarm, Instant now) {
  const Unit* head = head_unit(profile);
  EventRow event;
  event.case_id = row.case_id;
  event.kind = EventKind::escalated;
  event.at = now;
  event.from_unit = facts.unit_id;
  event.to_unit = goes_to_head(alarm) && head != nullptr ? head->id : facts.unit_id;
  event.text = text_of(profile, row, facts, alarm);
  return event;
}

Result<void> tell(Transaction& transaction, const Profile& profile, ClockRow row, Alarm alarm, Instant now) {
  const Result<std::optional<CaseFacts>> facts = case_facts(transaction, row.case_id);
  if (!facts) return facts.error();
  if (!*facts || !is_open((*facts)->state)) return delete_clock(transaction, row.case_id);
  const Result<bool> queued = queue_message(transaction, message_for(profile, row, **facts, alarm), now);
  if (!queued) return queued.error();
  if (*queued) {
    Result<void> noted = record_event(transaction, profile, event_for(profile, row, **facts, alarm, now));
    if (!noted) return noted;
  }
  mark_told(row.clock, alarm);
  return begin_clock(transaction, profile, row.case_id, row.clock);
}

}  // namespace

Result<int> ClocksService::ring(Instant now) {
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  const WorkingCalendar calendar = working_calendar(*profile);
  int told = 0;
  // In groups, so that citizens' writes come between them.
  for (bool more = true; more;) {
    int in_group = 0;
    const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
      in_group = 0;
      const Result<std::vector<ClockRow>> due = due_clocks(transaction, now, kAtOnce);
      if (!due) return due.error();
      for (const ClockRow& row : *due) {
        ++in_group;
        const std::optional<Ringing> next = next_alarm(row.clock, calendar, profile->clocks);
        // Rules or calendar have changed since the time was written down: only the time is set anew.
        const bool really = next && next->at <= now;
        Result<void> one = really ? tell(transaction, *profile, row, next->alarm, now)
                                  : begin_clock(transaction, *profile, row.case_id, row.clock);
        if (!one) return one;
      }
      return {};
    });
    if (!done) return done.error();
    told += in_group;
    more = in_group == kAtOnce;
    if (!more && in_group > 0) more = true;  // a case may have several alarms due
  }
  return told;
}

Result<int> recount_open_cases(Transaction& transaction, const Profile& profile, Instant now) {
  const WorkingCalendar calendar = working_calendar(profile);
  int moved = 0;
  std::int64_t last = 0;
  for (;;) {
    const Result<std::vector<ClockRow>> rows = clocks_after(transaction, last, kAtOnce);
    if (!rows) return rows.error();
    if (rows->empty()) return moved;
    last = rows->back().case_id;
    for (ClockRow row : *rows) {
      const Day due_before = row.clock.due_on;
      if (!recount(row.clock, calendar)) continue;
      ++moved;
      EventRow event;
      event.case_id = row.case_id;
      event.kind = EventKind::rescheduled;
      event.at = now;
      event.text = say("alarm.rescheduled", {{"date", short_date(row.clock.due_on)}});
      Result<void> done = note_due_move(transaction, row.case_id, due_before, now);
      if (done) done = set_due_on(transaction, row.case_id, row.clock.due_on);
      if (done) done = begin_clock(transaction, profile, row.case_id, row.clock);
      if (done) done = record_event(transaction, profile, event);
      if (!done) return done.error();
    }
  }
}

}  // namespace hamandish::server

#include "server/service/staff_deeds.h"

#include <algorithm>

#include "server/base/random.h"
#include "server/service/case_clocks.h"
#include "server/service/case_ids.h"
#include "server/service/case_words.h"
#include "server/store/case_history_store.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/names.h"
#include "shared/identity/tracking_code.h"
#include "shared/json/iso_date.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMaxTag = 40;
constexpr std::size_t kMaxSubject = 200;
constexpr std::string_view kBody = "body";

Result<void> nothing_of(const Result<bool>& done) {
  if (!done) return done.error();
  return {};
}

// A day by which another unit should be done: from today on, and within the law's limit.
Result<void> check_day(const Deed& deed, Day day) {
  if (day < to_tehran(deed.now).day) return field_error("due_on", "case.day_is_past");
  const Day limit = legal_limit(to_tehran(deed.row.registered_at).day);
  if (day > limit) return field_error("due_on", "case.day_past_limit", {{"limit", long_date(limit)}});
  return {};
}

void move_to(Deed& deed, const std::string& unit) {
  deed.event.from_unit = deed.row.unit_id;
  deed.event.to_unit = unit;
  deed.row.unit_id = unit;
  deed.row.assigned_to.reset();
  deed.row.unit_due_on.reset();
}

Result<void> consult_units(Deed& deed) {
  Day due = deed.asked.due_on.value_or(deed.row.due_on);
  for (const std::string& unit : deed.asked.units) {
    if (deed.profile.unit(unit) == nullptr) return field_error("units", "case.unknown_unit");
    if (unit == deed.row.unit_id) return field_error("units", "case.same_unit");
    const bool asked = std::any_of(deed.consultations.begin(), deed.consultations.end(),
                                   [&](const ConsultationRow& one) { return one.unit_id == unit && !one.advised; });
    if (asked) return field_error("units", "case.asked_already");
  }
  for (const std::string& unit : deed.asked.units) {
    Result<void> done = insert_consultation(deed.transaction, deed.row.id, {unit, deed.now, due, false});
    if (!done) return done;
    EventRow event = deed.event;
    event.kind = EventKind::consulted;
    event.from_unit = deed.row.unit_id;
    event.to_unit = unit;
    event.detail = iso_date(due);
    // The last one is written with the case.
    if (deed.action == CaseAction::consult && unit == deed.asked.units.back()) {
      deed.event = event;
    } else {
      done = record_event(deed.transaction, deed.profile, event);
      if (!done) return done;
    }
  }
  return {};
}

Result<void> refer(Deed& deed) {
  const std::string& unit = deed.asked.to_unit;
  if (unit.empty()) return field_error("to_unit", "form.choose", {{"label", say("case.refer_to")}});
  if (deed.profile.unit(unit) == nullptr) return field_error("to_unit", "case.unknown_unit");
  if (unit == deed.row.unit_id) return field_error("to_unit", "case.same_unit");
  if (deed.asked.due_on) {
    Result<void> held = check_day(deed, *deed.asked.due_on);
    if (!held) return held;
  }
  move_to(deed, unit);
  deed.row.unit_due_on = deed.asked.due_on;
  if (deed.asked.due_on) deed.event.detail = iso_date(*deed.asked.due_on);
  Result<void> done = consult_units(deed);
  if (done) done = nothing_of(delete_draft(deed.transaction, deed.row.id));
  return done;
}

Result<void> consult(Deed& deed) {
  if (deed.asked.units.empty()) return field_error("units", "form.choose", {{"label", say("case.consult_units")}});
  if (deed.asked.due_on) {
    Result<void> held = check_day(deed, *deed.asked.due_on);
    if (!held) return held;
  }
  return consult_units(deed);
}

// Back to where it came from; a case that came straight from the citizen goes to the unit that the form names.
Result<void> give_back(Deed& deed) {
  std::string unit = deed.asked.to_unit;
  const Result<std::vector<EventRow>> events = events_of(deed.transaction, deed.row.id);
  if (!events) return events.error();
  for (auto event = events->rbegin(); unit.empty() && event != events->rend(); ++event) {
    if (event->to_unit == deed.row.unit_id && event->kind != EventKind::consulted) unit = event->from_unit;
  }
  const KindForm* form = deed.profile.kind(deed.row.kind);
  if (unit.empty() && form != nullptr) unit = form->default_unit_id;
  if (unit == deed.row.unit_id || deed.profile.unit(unit) == nullptr) return field_error("to_unit", "case.back_where");
  move_to(deed, unit);
  return nothing_of(delete_draft(deed.transaction, deed.row.id));
}

Result<void> assign(Deed& deed) {
  if (deed.asked.assignee.empty()) {
    deed.changes_nothing = !deed.row.assigned_to.has_value();
    deed.row.assigned_to.reset();
    return {};
  }
  const Result<std::optional<UserRow>> user = user_by_name(deed.transaction, deed.asked.assignee);
  if (!user) return user.error();
  const bool able = *user && (*user)->enabled && (*user)->unit_id == deed.row.unit_id;
  if (!able) return field_error("assignee", "case.unknown_officer");
  deed.changes_nothing = deed.row.assigned_to == (*user)->id;
  deed.row.assigned_to = (*user)->id;
  deed.event.detail = (*user)->username;
  deed.event.text = (*user)->name;
  return {};
}

Result<void> prioritise(Deed& deed) {
  if (!deed.asked.priority) return field_error("priority", "form.choose", {{"label", say("case.priority")}});
  deed.changes_nothing = deed.row.priority == *deed.asked.priority;
  deed.row.priority = *deed.asked.priority;
  deed.event.detail = wire_name(*deed.asked.priority);
  return {};
}

Result<void> change_tag(Deed& deed) {
  const std::string tag = text::for_storage_one_line(deed.asked.tag);
  if (tag.empty() || text::count_scalars(tag) > kMaxTag) return field_error("tag", "case.tag_length");
  const bool adds = deed.action == CaseAction::tag;
  const Result<bool> done =
      adds ? insert_tag(deed.transaction, deed.row.id, tag) : delete_tag(deed.transaction, deed.row.id, tag);
  if (!done) return done.error();
  deed.changes_nothing = !*done;
  deed.event.detail = tag;
  return {};
}

Result<void> extend(Deed& deed) {
  if (!deed.asked.due_on) return field_error("due_on", "form.write", {{"label", say("case.new_due_on")}});
  Result<void> held = check_day(deed, *deed.asked.due_on);
  if (!held) return held;
  if (*deed.asked.due_on <= deed.row.due_on) return field_error("due_on", "case.day_not_later");
  Result<void> noted = note_due_move(deed.transaction, deed.row.id, deed.row.due_on, deed.now);
  if (!noted) return noted;
  deed.row.due_on = *deed.asked.due_on;
  deed.event.detail = iso_date(deed.row.due_on);
  return {};
}

Result<void> advise(Deed& deed) {
  deed.event.from_unit = deed.actor.unit_id;
  const Result<std::int64_t> ended = end_consultations(deed.transaction, deed.row.id, deed.actor.unit_id, deed.now);
  if (!ended) return ended.error();
  if (*ended == 0) return make_error(Code::conflict, "case.not_asked");
  return {};
}

Result<void> draft(Deed& deed) {
  return put_draft(deed.transaction, deed.row.id,
                   {deed.row.unit_id, user_id_of(deed.actor), {}, deed.now, deed.asked.text});
}

Result<void> return_draft(Deed& deed) {
  const Result<bool> gone = delete_draft(deed.transaction, deed.row.id);
  if (!gone) return gone.error();
  if (!*gone) return make_error(Code::conflict, "case.no_draft");
  return {};
}

Result<void> reply(Deed& deed) {
  deed.event.from_unit = deed.row.unit_id;
  return nothing_of(delete_draft(deed.transaction, deed.row.id));
}

Result<void> close(Deed& deed) {
  deed.row.outcome =
      deed.asked.outcome.value_or(deed.action == CaseAction::reject ? Outcome::not_possible : Outcome::done);
  deed.event.detail = wire_name(*deed.row.outcome);
  Result<void> done = nothing_of(delete_draft(deed.transaction, deed.row.id));
  if (!done) return done;
  const Result<std::int64_t> ended = end_consultations(deed.transaction, deed.row.id, {}, deed.now);
  if (!ended) return ended.error();
  return {};
}

// The other case of a merge or link, by its tracking code, if the actor may read it.
Result<CaseRow> other_case(Deed& deed) {
  const ParsedCode code = parse_tracking_code(deed.asked.other);
  if (code.check != CodeCheck::ok) return field_error("other", "case.other_code");
  Result<std::optional<CaseRow>> other = case_by_code(deed.transaction, code.code);
  if (!other) return other.error();
  if (!*other || !may_read(deed.actor, {(*other)->unit_id})) return field_error("other", "case.other_unknown");
  if ((*other)->id == deed.row.id) return field_error("other", "case.other_same");
  return std::move(**other);
}

Result<void> tie(Deed& deed, const CaseRow& other, std::string_view relation, std::string_view back) {
  deed.event.detail = write_id(other.id);
  Result<void> done = insert_link(deed.transaction, {deed.row.id, other.id, relation, back});
  if (!done) return done;
  const Result<bool> raised = change_case(deed.transaction, other);
  if (!raised) return raised.error();
  EventRow event = deed.event;
  event.case_id = other.id;
  event.kind = EventKind::linked;
  event.detail = write_id(deed.row.id);
  event.text.clear();
  return record_event(deed.transaction, deed.profile, event);
}

Result<void> merge(Deed& deed) {
  Result<CaseRow> other = other_case(deed);
  if (!other) return other.error();
  deed.row.merged_into = other->id;
  deed.row.outcome = Outcome::duplicate;
  const Result<std::int64_t> ended = end_consultations(deed.transaction, deed.row.id, {}, deed.now);
  if (!ended) return ended.error();
  return tie(deed, std::move(other).value(), "merged", "merged_from");
}

Result<void> link(Deed& deed) {
  Result<CaseRow> other = other_case(deed);
  if (!other) return other.error();
  return tie(deed, std::move(other).value(), "linked", "linked");
}

// The same person, kind and unit; a subject and a text of its own.
CaseRow part_of(const Deed& deed, std::string subject) {
  CaseRow part = deed.row;
  part.id = deed.ids.next(deed.now);
  part.version = 1;
  part.tracking_code = make_code(!part.mobile.empty());
  part.state = CaseState::registered;
  part.registered_at = deed.now;
  part.due_on = due_on(*deed.profile.kind(part.kind), deed.calendar, to_tehran(deed.now).day);
  part.attachment_count = 0;
  part.assigned_to.reset();
  part.unit_due_on.reset();
  part.outcome.reset();
  part.objection_to.clear();
  part.objection_against.reset();
  part.request_key.clear();
  part.request_hash.clear();
  part.redacted = false;
  part.subject = std::move(subject);
  part.body = deed.asked.text;
  return part;
}

Result<void> split(Deed& deed) {
  std::string subject = text::for_storage_one_line(deed.asked.subject);
  if (subject.empty()) return field_error("subject", "form.write", {{"label", say("case.subject")}});
  if (text::count_scalars(subject) > kMaxSubject) return field_error("subject", "case.subject_length");
  if (deed.profile.kind(deed.row.kind) == nullptr) return make_error(Code::conflict, "case.not_possible_now");
  const CaseRow part = part_of(deed, std::move(subject));
  const Result<bool> inserted = insert_case(deed.transaction, part);
  if (!inserted) return inserted.error();
  if (!*inserted) return make_error(Code::internal, "error.internal", "tracking code taken");
  EventRow event = registration_event(part);
  event.user_id = deed.event.user_id;
  Result<void> done = record_event(deed.transaction, deed.profile, event);
  if (done) done = deed.transaction.index_case(part.id, words_of(part));
  if (done) done = insert_link(deed.transaction, {deed.row.id, part.id, "split", "split_from"});
  deed.event.detail = write_id(part.id);
  deed.event.text.clear();
  return done;
}

Result<void> redact(Deed& deed) {
  deed.event.detail = deed.asked.event;
  if (deed.asked.event != kBody) {
    std::int64_t event = 0;
    for (const char digit : deed.asked.event) {
      const bool fits = digit >= '0' && digit <= '9' && event < std::int64_t{1} << 56;
      if (!fits) return field_error("event", "case.redact_what");
      event = event * 10 + (digit - '0');
    }
    const Result<bool> done = redact_event(deed.transaction, deed.row.id, event);
    if (!done) return done.error();
    if (!*done) return field_error("event", "case.redact_what");
    return renew_case_words(deed.transaction, deed.row, deed.row);
  }
  deed.changes_nothing = deed.row.redacted;
  if (deed.row.redacted) return {};
  const CaseRow before = deed.row;
  deed.row.body.clear();
  Result<void> done = renew_case_words(deed.transaction, before, deed.row);
  if (done) done = redact_case(deed.transaction, deed.row.id);
  return done;
}

}  // namespace

Error field_error(std::string_view field, std::string_view key, Params params) {
  return Error{Code::invalid, "error.invalid", {}, {{std::string(field), std::string(key), std::move(params)}}, {}};
}

Result<void> carry_out(Deed& deed) {
  switch (deed.action) {
    case CaseAction::refer:
      return refer(deed);
    case CaseAction::give_back:
      return give_back(deed);
    case CaseAction::consult:
      return consult(deed);
    case CaseAction::advise:
      return advise(deed);
    case CaseAction::assign:
      return assign(deed);
    case CaseAction::prioritise:
      return prioritise(deed);
    case CaseAction::tag:
    case CaseAction::untag:
      return change_tag(deed);
    case CaseAction::extend:
      return extend(deed);
    case CaseAction::draft:
      return draft(deed);
    case CaseAction::return_draft:
      return return_draft(deed);
    case CaseAction::reply:
      return reply(deed);
    case CaseAction::close:
    case CaseAction::reject:
      return close(deed);
    case CaseAction::merge:
      return merge(deed);
    case CaseAction::link:
      return link(deed);
    case CaseAction::split:
      return split(deed);
    case CaseAction::redact:
      return redact(deed);
    default:
      return {};  // a note and a question have nothing but their text
  }
}

}  // namespace hamandish::server

// What staff do with a case: each action is one transaction that checks right, version and state, moves the case and
// adds one event.
#include "server/service/case_clocks.h"
#include "server/service/case_views.h"
#include "server/service/cases_parts.h"
#include "server/store/attachments_store.h"
#include "server/store/cases_store.h"
#include "server/store/events_store.h"
#include "shared/cases/transitions.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

Error field_error(std::string_view field, std::string_view key, Params params = {}) {
  return Error{Code::invalid, "error.invalid", {}, {{std::string(field), std::string(key), std::move(params)}}, {}};
}

// What an actor wants, checked as far as it can be without the case.
struct Step {
  CaseAction action = CaseAction::note;
  std::string to_unit;  // referrals only
  std::string text;
  std::int64_t version = 0;
};

Result<std::string> checked_text(std::string_view text, bool required, std::string_view label_key) {
  std::string stored = text::for_storage(text);
  if (required && stored.empty()) return field_error("text", "form.write", {{"label", say(label_key)}});
  const std::size_t count = text::count_scalars(stored);
  if (count > static_cast<std::size_t>(kTextMax)) {
    return field_error(
        "text", "form.too_long",
        {{"label", say(label_key)}, {"max", std::to_string(kTextMax)}, {"count", std::to_string(count)}});
  }
  return stored;
}

bool allowed(const Actor& actor, const CaseScope& scope, CaseAction action) {
  switch (action) {
    case CaseAction::refer:
      return may_refer(actor, scope);
    case CaseAction::note:
      return may_note(actor, scope);
    case CaseAction::reply:
      return may_reply(actor, scope);
    default:
      return false;
  }
}

EventRow event_for(const CaseRow& row, const Actor& actor, const Step& step, Instant now) {
  EventRow event;
  event.case_id = row.id;
  event.kind = event_of(step.action);
  event.at = now;
  event.user_id = user_id_of(actor);
  event.text = step.text;
  if (step.action == CaseAction::refer) {
    event.from_unit = row.unit_id;
    event.to_unit = step.to_unit;
  }
  return event;
}

// Right before state, state before version: who may not see the case learns nothing of it.
Result<CaseState> check_step(const CaseRow& row, const Actor& actor, const Step& step) {
  const CaseScope scope{row.unit_id};
  if (!may_read(actor, scope)) return make_error(Code::forbidden, "case.not_found_for_staff");
  if (!allowed(actor, scope, step.action)) return make_error(Code::forbidden, "error.forbidden");
  const bool decides =
      step.action == CaseAction::reply || step.action == CaseAction::close || step.action == CaseAction::reject;
  if (decides && !may_decide(actor, objection_of(row))) return make_error(Code::forbidden, "case.under_objection");
  if (row.version != step.version) return make_error(Code::conflict, "case.changed_meanwhile");
  if (step.action == CaseAction::refer && step.to_unit == row.unit_id) {
    return field_error("to_unit", "case.same_unit");
  }
  return next_state(row.state, step.action);
}

Result<void> take_step(Transaction& transaction, const Profile& profile, const Actor& actor, std::int64_t id,
                       const Step& step, Instant now) {
  const Result<std::optional<CaseRow>> row = case_by_id(transaction, id);
  if (!row) return row.error();
  if (!*row) return make_error(Code::not_found, "case.not_found_for_staff");
  const Result<CaseState> state = check_step(**row, actor, step);
  if (!state) return state.error();
  CaseRow after = **row;
  if (step.action == CaseAction::refer) after.unit_id = step.to_unit;
  after.state = *state;
  const Result<bool> moved = change_case(transaction, after);
  if (!moved) return moved.error();
  if (!*moved) return make_error(Code::conflict, "case.changed_meanwhile");
  return record_event(transaction, profile, event_for(**row, actor, step, now));
}

Result<api::StaffCase> case_after(const Profile& profile, Database& database, const Actor& actor, std::int64_t id) {
  api::StaffCase view;
  const Result<void> done = database.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<CaseRow>> row = case_by_id(reader, id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::internal, "error.internal", "case vanished");
    if (!may_read(actor, {(*row)->unit_id})) {
      view = staff_case_gone(profile, **row);
      return {};
    }
    const Result<std::vector<EventRow>> events = events_of(reader, id);
    if (!events) return events.error();
    const Result<std::vector<AttachmentRow>> attachments = attachments_of(reader, id);
    if (!attachments) return attachments.error();
    view = staff_case(profile, actor, **row, *events, *attachments);
    return {};
  });
  if (!done) return done.error();
  return view;
}

Result<api::StaffCase> act(const Profile& profile, Database& database, const Actor& actor, std::string_view id,
                           const Step& step, Instant now) {
  const std::optional<std::int64_t> number = parse_id(id);
  if (!number) return make_error(Code::not_found, "case.not_found_for_staff");
  const Result<void> done = database.write(
      [&](Transaction& transaction) { return take_step(transaction, profile, actor, *number, step, now); });
  if (!done) return done.error();
  return case_after(profile, database, actor, *number);
}

}  // namespace

Result<api::StaffCase> CasesService::refer(const Actor& actor, std::string_view id, const api::StaffAction& action,
                                           Instant now) {
  if (action.to_unit.empty()) return field_error("to_unit", "form.choose", {{"label", say("case.refer_to")}});
  if (parts_->profile()->unit(action.to_unit) == nullptr) return field_error("to_unit", "case.unknown_unit");
  Result<std::string> text = checked_text(action.text, false, "case.refer_reason");
  if (!text) return text.error();
  const Step step{CaseAction::refer, action.to_unit, std::move(text).value(), action.version};
  return act(*parts_->profile(), parts_->database, actor, id, step, now);
}

Result<api::StaffCase> CasesService::note(const Actor& actor, std::string_view id, const api::StaffAction& action,
                                          Instant now) {
  Result<std::string> text = checked_text(action.text, true, "case.note");
  if (!text) return text.error();
  const Step step{CaseAction::note, {}, std::move(text).value(), action.version};
  return act(*parts_->profile(), parts_->database, actor, id, step, now);
}

Result<api::StaffCase> CasesService::reply(const Actor& actor, std::string_view id, const api::StaffAction& action,
                                           Instant now) {
  Result<std::string> text = checked_text(action.text, true, "case.reply_text");
  if (!text) return text.error();
  const Step step{CaseAction::reply, {}, std::move(text).value(), action.version};
  return act(*parts_->profile(), parts_->database, actor, id, step, now);
}

}  // namespace hamandish::server

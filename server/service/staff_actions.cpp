// What staff do with a case: each action is one transaction that checks right, version and state, does what the action
// is (staff_deeds.cpp), writes the case and adds one event.
#include "server/service/case_clocks.h"
#include "server/service/case_ids.h"
#include "server/service/case_views.h"
#include "server/service/staff_deeds.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/names.h"
#include "shared/cases/transitions.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

// Of an action without one the trail would tell nothing, or the citizen would not know why.
bool needs_text(const api::StaffAction& asked) {
  switch (asked.action) {
    case CaseAction::note:
    case CaseAction::reply:
    case CaseAction::ask:
    case CaseAction::extend:
    case CaseAction::reject:
    case CaseAction::give_back:
    case CaseAction::advise:
    case CaseAction::draft:
    case CaseAction::return_draft:
    case CaseAction::split:
    case CaseAction::redact:
      return true;
    default:
      return false;
  }
}

std::string_view label_of(CaseAction action) {
  switch (action) {
    case CaseAction::note:
      return "case.note";
    case CaseAction::reply:
    case CaseAction::draft:
      return "case.reply_text";
    case CaseAction::ask:
      return "case.ask_text";
    case CaseAction::advise:
      return "case.advise_text";
    case CaseAction::split:
      return "case.split_text";
    default:
      return "case.reason";
  }
}

Result<std::string> checked_text(const api::StaffAction& asked) {
  std::string stored = text::for_storage(asked.text);
  const std::string label = say(label_of(asked.action));
  if (needs_text(asked) && stored.empty()) return field_error("text", "form.write", {{"label", label}});
  const std::size_t count = text::count_scalars(stored);
  if (count > static_cast<std::size_t>(kTextMax)) {
    return field_error("text", "form.too_long",
                       {{"label", label}, {"max", std::to_string(kTextMax)}, {"count", std::to_string(count)}});
  }
  return stored;
}

// What was asked for, as the case stands: an answer may have to be approved, and a case that cannot be helped is not
// closed but not accepted.
CaseAction action_for(const api::StaffAction& asked, const Profile& profile, const Actor& actor,
                      const ReadableCase& found) {
  const CaseScope scope = scope_of(found.row, found.consultations);
  const bool approves = may(actor, Right::approve, scope);
  if (asked.action == CaseAction::reply && needs_approval(profile.office, found.row.kind) && !approves) {
    return CaseAction::draft;
  }
  const bool refuses = asked.outcome == Outcome::not_possible || asked.outcome == Outcome::not_ours;
  if (asked.action == CaseAction::close && refuses && is_possible(found.row.state, CaseAction::reject)) {
    return CaseAction::reject;
  }
  return asked.action;
}

bool decides(CaseAction action) {
  return action == CaseAction::reply || action == CaseAction::close || action == CaseAction::reject;
}

// Right before state, state before version: who may not see the case learns nothing of it.
Result<CaseState> check_right(const Actor& actor, CaseAction action, const ReadableCase& found, std::int64_t version) {
  const std::optional<Right> right = right_for(action);
  const bool allowed = right && may(actor, *right, scope_of(found.row, found.consultations));
  if (!allowed) return make_error(Code::forbidden, "error.forbidden");
  if (decides(action) && !may_decide(actor, objection_of(found.row))) {
    return make_error(Code::forbidden, "case.under_objection");
  }
  if (found.row.version != version) return make_error(Code::conflict, "case.changed_meanwhile");
  return next_state(found.row.state, action);
}

// A closing of an open case is all that its citizen gets to read.
Result<void> check_closing(const Deed& deed, CaseState before) {
  const bool closes = deed.action == CaseAction::close || deed.action == CaseAction::reject;
  if (!closes || !is_open(before) || !deed.asked.text.empty()) return {};
  return field_error("text", "form.write", {{"label", say("case.reason")}});
}

EventRow event_of(const Deed& deed) {
  EventRow event;
  event.case_id = deed.row.id;
  event.kind = event_of(deed.action);
  event.at = deed.now;
  event.user_id = user_id_of(deed.actor);
  event.text = deed.asked.text;
  return event;
}

Result<void> write(Deed& deed, CaseState before) {
  Result<void> done = check_closing(deed, before);
  if (done) done = carry_out(deed);
  if (!done || deed.changes_nothing) return done;
  const Result<bool> changed = change_case(deed.transaction, deed.row);
  if (!changed) return changed.error();
  if (!*changed) return make_error(Code::conflict, "case.changed_meanwhile");
  return record_event(deed.transaction, deed.profile, deed.event);
}

}  // namespace

Result<api::StaffCase> CasesService::act(const Actor& actor, std::string_view id, const api::StaffAction& action,
                                         Instant now) {
  Result<std::string> text = checked_text(action);
  if (!text) return text.error();
  api::StaffAction asked = action;
  asked.text = std::move(text).value();
  std::int64_t case_id = 0;
  const std::shared_ptr<const Profile> profile = parts_->profile();
  const WorkingCalendar calendar = working_calendar(*profile);
  const Result<void> done = parts_->database.write([&](Transaction& transaction) -> Result<void> {
    Result<ReadableCase> found = readable_case(transaction, actor, id);
    if (!found) return found.error();
    case_id = found->row.id;
    const CaseAction wanted = action_for(asked, *profile, actor, *found);
    const Result<CaseState> state = check_right(actor, wanted, *found, asked.version);
    if (!state) return state.error();
    const CaseState before = found->row.state;
    Deed deed{transaction,          *profile, calendar,  parts_->ids, actor, asked, wanted,
              found->consultations, now,      found->row};
    deed.event = event_of(deed);
    deed.row.state = *state;
    return write(deed, before);
  });
  if (!done) return done.error();
  return after_action(actor, case_id, now);
}

Result<api::StaffCase> CasesService::after_action(const Actor& actor, std::int64_t case_id, Instant now) {
  api::StaffCase view;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<CaseRow>> row = case_by_id(reader, case_id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::internal, "error.internal", "case vanished");
    const Result<CaseBundle> bundle = read_bundle(reader, std::move(**row));
    if (!bundle) return bundle.error();
    const bool readable = may_read(actor, scope_of(bundle->row, bundle->consultations));
    view = readable ? staff_case(*parts_->profile(), actor, *bundle, to_tehran(now).day)
                    : staff_case_gone(*parts_->profile(), bundle->row);
    return {};
  });
  if (!done) return done.error();
  return view;
}

Result<api::StaffCase> CasesService::refer(const Actor& actor, std::string_view id, const api::StaffAction& action,
                                           Instant now) {
  api::StaffAction asked = action;
  asked.action = CaseAction::refer;
  return act(actor, id, asked, now);
}

Result<api::StaffCase> CasesService::note(const Actor& actor, std::string_view id, const api::StaffAction& action,
                                          Instant now) {
  api::StaffAction asked = action;
  asked.action = CaseAction::note;
  return act(actor, id, asked, now);
}

Result<api::StaffCase> CasesService::reply(const Actor& actor, std::string_view id, const api::StaffAction& action,
                                           Instant now) {
  api::StaffAction asked = action;
  asked.action = CaseAction::reply;
  return act(actor, id, asked, now);
}

}  // namespace hamandish::server

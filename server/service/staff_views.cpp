#include "server/service/staff_views.h"

#include <algorithm>

#include "server/service/case_ids.h"
#include "server/service/case_views.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/transitions.h"
#include "shared/json/json.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"

namespace hamandish::server {
namespace {

void add_given(Answers& answers, std::string_view field, const std::string& value) {
  if (!value.empty()) answers.push_back({std::string(field), value});
}

Answers person_of(const CaseRow& row) {
  Answers person;
  add_given(person, "first_name", row.first_name);
  add_given(person, "last_name", row.last_name);
  add_given(person, "national_id", row.national_id);
  add_given(person, "mobile", row.mobile);
  add_given(person, "email", row.email);
  return person;
}

std::string full_name(const std::string& first, const std::string& last) {
  return first.empty() || last.empty() ? first + last : first + ' ' + last;
}

api::StaffEvent staff_event(const Profile& profile, const EventRow& event) {
  api::StaffEvent view;
  view.kind = event.kind;
  view.at = event.at;
  view.actor = event.user_name;
  view.from_unit = unit_name(profile, event.from_unit);
  view.to_unit = unit_name(profile, event.to_unit);
  view.text = event.text;
  view.detail = event.detail;
  // The text of the registration stands with the case and is taken away there.
  const bool has_own_text = !event.text_hash.empty() && event.kind != EventKind::registered && event.form >= 2;
  view.redacted = has_own_text && event.text.empty();
  if (has_own_text && !view.redacted) view.id = std::to_string(event.id);
  return view;
}

struct ActionRight {
  CaseAction action;
  Right right;
};
constexpr ActionRight kActionRights[] = {
    {CaseAction::refer, Right::refer},     {CaseAction::note, Right::note},
    {CaseAction::reply, Right::reply},     {CaseAction::ask, Right::ask},
    {CaseAction::close, Right::close},     {CaseAction::reject, Right::close},
    {CaseAction::extend, Right::extend},   {CaseAction::assign, Right::assign},
    {CaseAction::prioritise, Right::sort}, {CaseAction::tag, Right::sort},
    {CaseAction::untag, Right::sort},      {CaseAction::give_back, Right::refer},
    {CaseAction::consult, Right::refer},   {CaseAction::advise, Right::advise},
    {CaseAction::draft, Right::reply},     {CaseAction::return_draft, Right::approve},
    {CaseAction::merge, Right::link},      {CaseAction::link, Right::link},
    {CaseAction::split, Right::link},      {CaseAction::redact, Right::redact},
};

bool decides(CaseAction action) {
  return action == CaseAction::reply || action == CaseAction::close || action == CaseAction::reject;
}

// What the table and the rights do not tell.
bool has_its_object(CaseAction action, const Actor& actor, const CaseBundle& bundle) {
  if (action == CaseAction::return_draft) return bundle.draft.has_value();
  if (action == CaseAction::advise) return is_asked(actor, bundle.consultations);
  if (action == CaseAction::untag) return !bundle.tags.empty();
  return true;
}

std::vector<CaseAction> possible_actions(const Actor& actor, const CaseBundle& bundle) {
  const CaseScope scope = scope_of(bundle.row, bundle.consultations);
  std::vector<CaseAction> actions;
  for (const auto& [action, right] : kActionRights) {
    if (!may(actor, right, scope) || !is_possible(bundle.row.state, action)) continue;
    if (decides(action) && !may_decide(actor, objection_of(bundle.row))) continue;
    if (has_its_object(action, actor, bundle)) actions.push_back(action);
  }
  return actions;
}

template <class Value>
bool empty_or_holds(const std::vector<Value>& values, Value value) {
  return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

bool fits(const CannedAnswer& canned, const CaseRow& row) {
  return empty_or_holds(canned.kinds, row.kind) && empty_or_holds(canned.states, row.state);
}

std::vector<api::CannedText> canned_texts(const Profile& profile, const CaseRow& row, Day today) {
  std::string name = full_name(row.first_name, row.last_name);
  if (name.empty()) name = say("case.somebody");
  const Params params = {{"name", name},
                         {"code", grouped_code(row.tracking_code)},
                         {"subject", row.subject},
                         {"unit", unit_name(profile, row.unit_id)},
                         {"due", long_date(row.due_on)},
                         {"today", long_date(today)},
                         {"organisation", profile.name},
                         {"phone", text::persian_digits(profile.phone)}};
  std::vector<api::CannedText> texts;
  for (const CannedAnswer& canned : profile.canned_answers) {
    if (fits(canned, row)) {
      texts.push_back({canned.id, canned.title, fill_placeholders(canned.text, params)});
    }
  }
  return texts;
}

void set_message(const Profile& profile, const CaseRow& row, api::StaffCase& view) {
  view.tracking_code = row.tracking_code;
  view.anonymous = row.anonymous;
  view.person = person_of(row);
  view.other = other_answers(row);
  view.category = category_name(profile, row.category_id);
  view.subject = row.subject;
  view.body = row.body;
  view.redacted = row.redacted;
  view.channel = row.channel;
  view.registered_at = row.registered_at;
}

void set_work(const Profile& profile, const Actor& actor, const CaseBundle& bundle, api::StaffCase& view) {
  const CaseRow& row = bundle.row;
  view.due_on = row.due_on;
  view.priority = row.priority;
  view.objected = !row.objection_to.empty() && is_open(row.state);
  view.unit_due_on = row.unit_due_on;
  view.outcome = row.outcome;
  view.tags = bundle.tags;
  if (bundle.assignee) {
    view.assigned_to = bundle.assignee->username;
    view.assigned_name = bundle.assignee->name;
  }
  for (const ConsultationRow& one : bundle.consultations) {
    view.consultations.push_back({one.unit_id, unit_name(profile, one.unit_id), one.asked_at, one.due_on, one.advised});
  }
  if (bundle.draft)
    view.draft = api::DraftAnswer{bundle.draft->user_name, bundle.draft->written_at, bundle.draft->text};
  for (const LinkRow& link : bundle.links) {
    // Of a case that the reader may not open only that there is one.
    const bool readable = may_read(actor, {link.unit_id});
    view.links.push_back(
        {write_id(link.other_id), link.tracking_code, readable ? link.subject : std::string(), link.relation});
  }
}

// Of what the house tells itself (reminders to managers) nothing is shown here.
bool is_to_citizen(const CaseRow& row, const OutboxRow& sent) {
  if (sent.message.address == row.mobile || sent.message.address == row.email) return true;
  // To the address that the citizen chose for notices.
  const std::optional<EventKind> told = event_kind_from(sent.message.cause);
  return told && *told != EventKind::escalated;
}

api::SentMessage sent_message(const OutboxRow& row) {
  api::SentMessage sent;
  sent.channel = wire_name(row.message.channel);
  sent.address = row.message.address;
  sent.cause = row.message.cause;
  sent.text = row.message.text;
  const bool heard = row.delivery && *row.delivery != Delivery::accepted && *row.delivery != Delivery::unknown;
  sent.state = row.state == "sent" && heard ? std::string(wire_name(*row.delivery)) : row.state;
  sent.at = row.settled_at == Instant{} ? row.created_at : row.settled_at;
  if (heard) sent.at = row.delivery_at;
  return sent;
}

void set_rights(const Profile& profile, const Actor& actor, const CaseBundle& bundle, Day today, api::StaffCase& view) {
  view.actions = possible_actions(actor, bundle);
  const auto holds = [&](CaseAction action) {
    return std::find(view.actions.begin(), view.actions.end(), action) != view.actions.end();
  };
  view.may_refer = holds(CaseAction::refer);
  view.may_note = holds(CaseAction::note);
  view.may_reply = holds(CaseAction::reply);
  const CaseScope scope = scope_of(bundle.row, bundle.consultations);
  view.reply_is_draft = needs_approval(profile.office, bundle.row.kind) && !may(actor, Right::approve, scope);
  if (holds(CaseAction::assign)) {
    for (const UserRow& user : bundle.officers) view.officers.push_back({user.username, user.name});
  }
  if (view.may_reply) view.canned = canned_texts(profile, bundle.row, today);
}

}  // namespace

std::optional<Right> right_for(CaseAction action) {
  for (const auto& row : kActionRights) {
    if (row.action == action) return row.right;
  }
  return std::nullopt;
}

CaseScope scope_of(const CaseRow& row, const std::vector<ConsultationRow>& consultations) {
  CaseScope scope{row.unit_id};
  for (const ConsultationRow& one : consultations) scope.consulted.push_back(one.unit_id);
  return scope;
}

bool is_asked(const Actor& actor, const std::vector<ConsultationRow>& consultations) {
  return std::any_of(consultations.begin(), consultations.end(),
                     [&](const ConsultationRow& one) { return one.unit_id == actor.unit_id && !one.advised; });
}

Result<CaseBundle> read_bundle(Reader& reader, CaseRow row) {
  CaseBundle bundle;
  bundle.row = std::move(row);
  const std::int64_t id = bundle.row.id;
  const auto take = [](auto result, auto& into) -> Result<void> {
    if (!result) return result.error();
    into = std::move(result).value();
    return {};
  };
  Result<void> done = take(events_of(reader, id), bundle.events);
  if (done) done = take(attachments_of(reader, FileOwner::citizen_case, id), bundle.attachments);
  if (done) done = take(consultations_of(reader, id), bundle.consultations);
  if (done) done = take(tags_of(reader, id), bundle.tags);
  if (done) done = take(draft_of(reader, id), bundle.draft);
  if (done) done = take(links_of(reader, id), bundle.links);
  if (done) done = take(messages_of_case(reader, id), bundle.messages);
  if (done) done = take(officers_of_unit(reader, bundle.row.unit_id), bundle.officers);
  if (done && bundle.row.assigned_to) done = take(user_by_id(reader, *bundle.row.assigned_to), bundle.assignee);
  if (!done) return done.error();
  return bundle;
}

api::InboxRow inbox_row(const Profile& profile, const CaseSummary& summary, Instant now) {
  api::InboxRow row;
  row.id = write_id(summary.id);
  row.kind = summary.kind;
  row.state = summary.state;
  row.subject = summary.subject;
  row.sender = full_name(summary.first_name, summary.last_name);
  row.category = category_name(profile, summary.category_id);
  row.unit_name = unit_name(profile, summary.unit_id);
  row.registered_at = summary.registered_at;
  row.due_on = summary.due_on;
  row.priority = summary.priority;
  row.assigned_to = summary.assigned_name;
  row.objected = summary.objected;
  row.first_reply_late = summary.first_reply_due.milliseconds > 0 && summary.first_reply_due < now;
  return row;
}

api::StaffCase staff_case(const Profile& profile, const Actor& actor, const CaseBundle& bundle, Day today) {
  api::StaffCase view = staff_case_gone(profile, bundle.row);
  set_message(profile, bundle.row, view);
  set_work(profile, actor, bundle, view);
  for (const EventRow& event : bundle.events) view.events.push_back(staff_event(profile, event));
  for (const OutboxRow& sent : bundle.messages) {
    if (is_to_citizen(bundle.row, sent)) view.messages.push_back(sent_message(sent));
  }
  view.attachments = attachment_infos(bundle.attachments);
  set_rights(profile, actor, bundle, today, view);
  return view;
}

api::StaffCase staff_case_gone(const Profile& profile, const CaseRow& row) {
  api::StaffCase view;
  view.id = write_id(row.id);
  view.version = row.version;
  view.kind = row.kind;
  view.state = row.state;
  view.unit_id = row.unit_id;
  view.unit_name = unit_name(profile, row.unit_id);
  return view;
}

}  // namespace hamandish::server

#include "server/service/case_views.h"

#include "server/base/random.h"
#include "server/service/case_ids.h"
#include "shared/cases/transitions.h"
#include "shared/json/json.h"

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

std::vector<api::AttachmentInfo> attachment_infos(const std::vector<AttachmentRow>& rows) {
  std::vector<api::AttachmentInfo> infos;
  infos.reserve(rows.size());
  for (const AttachmentRow& row : rows) infos.push_back({row.id, row.file_name, row.mime, row.bytes});
  return infos;
}

api::TrailStep trail_step(const Profile& profile, const EventRow& event) {
  api::TrailStep step;
  step.kind = event.kind;
  step.at = event.at;
  step.from_unit = unit_name(profile, event.from_unit);
  step.to_unit = unit_name(profile, event.to_unit);
  if (citizen_sees_text(event.kind)) step.text = event.text;
  return step;
}

api::StaffEvent staff_event(const Profile& profile, const EventRow& event) {
  return {event.kind, event.at, event.user_name, unit_name(profile, event.from_unit), unit_name(profile, event.to_unit),
          event.text};
}

void set_rights(api::StaffCase& view, const Actor& actor, const CaseRow& row) {
  const CaseScope scope{row.unit_id};
  view.may_refer = may_refer(actor, scope) && is_possible(row.state, CaseAction::refer);
  view.may_note = may_note(actor, scope) && is_possible(row.state, CaseAction::note);
  view.may_reply =
      may_reply(actor, scope) && is_possible(row.state, CaseAction::reply) && may_decide(actor, objection_of(row));
}

}  // namespace

Answers other_answers(const CaseRow& row) {
  Answers others;
  if (row.other_answers.empty()) return others;
  const Result<Json> json = parse_json(row.other_answers);
  if (!json) return others;
  for (const Json::Member& member : json->members()) {
    if (const std::string* text = member.value.text()) others.push_back({member.name, *text});
  }
  return others;
}

Objection objection_of(const CaseRow& row) {
  return {role_from(row.objection_to), row.objection_against ? std::to_string(*row.objection_against) : std::string()};
}

std::string unit_name(const Profile& profile, std::string_view unit_id) {
  const Unit* unit = profile.unit(unit_id);
  return unit != nullptr ? unit->name : std::string(unit_id);
}

std::string category_name(const Profile& profile, std::string_view category_id) {
  const Category* category = profile.category(category_id);
  return category != nullptr ? category->name : std::string(category_id);
}

api::Receipt receipt_of(const Profile& profile, const CaseRow& row) {
  api::Receipt receipt;
  receipt.tracking_code = row.tracking_code;
  receipt.code_alone_suffices = row.mobile.empty();
  receipt.kind = row.kind;
  receipt.subject = row.subject;
  receipt.unit_name = unit_name(profile, row.unit_id);
  receipt.registered_at = row.registered_at;
  receipt.due_on = row.due_on;
  receipt.text_sha256 = hex(sha256(row.subject + "\n\n" + row.body));
  return receipt;
}

api::CitizenCase citizen_case(const Profile& profile, const CaseRow& row, const std::vector<EventRow>& events,
                              const std::vector<AttachmentRow>& attachments) {
  api::CitizenCase view;
  view.tracking_code = row.tracking_code;
  view.kind = row.kind;
  view.state = row.state;
  view.subject = row.subject;
  view.body = row.body;
  view.unit_name = unit_name(profile, row.unit_id);
  view.registered_at = row.registered_at;
  view.due_on = row.due_on;
  for (const EventRow& event : events) {
    if (citizen_sees(event.kind)) view.trail.push_back(trail_step(profile, event));
  }
  view.attachments = attachment_infos(attachments);
  return view;
}

api::InboxRow inbox_row(const Profile& profile, const CaseSummary& summary) {
  api::InboxRow row;
  row.id = write_id(summary.id);
  row.kind = summary.kind;
  row.state = summary.state;
  row.subject = summary.subject;
  row.sender = summary.first_name;
  if (!row.sender.empty() && !summary.last_name.empty()) row.sender += ' ';
  row.sender += summary.last_name;
  row.category = category_name(profile, summary.category_id);
  row.unit_name = unit_name(profile, summary.unit_id);
  row.registered_at = summary.registered_at;
  row.due_on = summary.due_on;
  return row;
}

api::StaffCase staff_case(const Profile& profile, const Actor& actor, const CaseRow& row,
                          const std::vector<EventRow>& events, const std::vector<AttachmentRow>& attachments) {
  api::StaffCase view = staff_case_gone(profile, row);
  view.tracking_code = row.tracking_code;
  view.anonymous = row.anonymous;
  view.person = person_of(row);
  view.other = other_answers(row);
  view.category = category_name(profile, row.category_id);
  view.subject = row.subject;
  view.body = row.body;
  view.registered_at = row.registered_at;
  view.due_on = row.due_on;
  for (const EventRow& event : events) view.events.push_back(staff_event(profile, event));
  view.attachments = attachment_infos(attachments);
  set_rights(view, actor, row);
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

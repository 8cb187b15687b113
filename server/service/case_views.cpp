#include "server/service/case_views.h"

#include "server/base/random.h"
#include "server/service/case_ids.h"
#include "shared/cases/transitions.h"
#include "shared/json/json.h"

namespace hamandish::server {
namespace {

api::TrailStep trail_step(const Profile& profile, const EventRow& event) {
  api::TrailStep step;
  step.kind = event.kind;
  step.at = event.at;
  step.from_unit = unit_name(profile, event.from_unit);
  step.to_unit = unit_name(profile, event.to_unit);
  if (citizen_sees_text(event.kind)) step.text = event.text;
  return step;
}

}  // namespace

std::vector<std::string> file_names_of(const std::vector<AttachmentRow>& rows) {
  std::vector<std::string> names;
  names.reserve(rows.size());
  for (const AttachmentRow& row : rows) names.push_back(row.file_name);
  return names;
}

std::vector<api::AttachmentInfo> attachment_infos(const std::vector<AttachmentRow>& rows) {
  std::vector<api::AttachmentInfo> infos;
  infos.reserve(rows.size());
  for (const AttachmentRow& row : rows) infos.push_back({row.id, row.file_name, row.mime, row.bytes});
  return infos;
}

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

api::Receipt receipt_of(const Profile& profile, const CaseRow& row, std::string_view text_hash) {
  api::Receipt receipt;
  receipt.tracking_code = row.tracking_code;
  receipt.code_alone_suffices = row.mobile.empty();
  receipt.kind = row.kind;
  receipt.subject = row.subject;
  receipt.unit_name = unit_name(profile, row.unit_id);
  receipt.registered_at = row.registered_at;
  receipt.due_on = row.due_on;
  receipt.text_sha256 = hex(text_hash.empty() ? sha256(row.subject + "\n\n" + row.body) : std::string(text_hash));
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

}  // namespace hamandish::server

// What goes between the server and staff.
#include "shared/api/wire_json.h"
#include "shared/api/wire_read.h"
#include "shared/json/iso_date.h"

namespace hamandish::api {
namespace {

Json answers_json(const Answers& answers) {
  Json object = Json::object();
  for (const Answer& answer : answers) {
    if (object.find(answer.field) == nullptr) object.set(answer.field, answer.value);
  }
  return object;
}

Answers read_answers(Reader& reader, std::string_view name) {
  Answers answers;
  const Json* object = reader.member(name);
  if (object == nullptr) return answers;
  if (!object->is_object()) reader.refuse(name, "json.not_an_object");
  for (const Json::Member& member : object->members()) {
    if (member.value.text() == nullptr) {
      reader.refuse(name, "json.wrong_type");
    } else {
      answers.push_back({member.name, *member.value.text()});
    }
  }
  return answers;
}

InboxRow read_row(Reader& reader) {
  InboxRow row;
  row.id = reader.text("id");
  row.kind = reader.word("kind", case_kind_from);
  row.state = reader.word("state", case_state_from);
  row.subject = reader.text("subject");
  row.sender = reader.text_or("sender", {});
  row.category = reader.text_or("category", {});
  row.unit_name = reader.text("unit_name");
  row.registered_at = reader.instant("registered_at");
  row.due_on = reader.day("due_on");
  return row;
}

StaffEvent read_event(Reader& reader) {
  StaffEvent event;
  event.kind = reader.word("kind", event_kind_from);
  event.at = reader.instant("at");
  event.actor = reader.text_or("actor", {});
  event.from_unit = reader.text_or("from_unit", {});
  event.to_unit = reader.text_or("to_unit", {});
  event.text = reader.text_or("text", {});
  return event;
}

void read_message(Reader& reader, StaffCase& into) {
  into.anonymous = reader.boolean("anonymous");
  into.person = read_answers(reader, "person");
  into.other = read_answers(reader, "other");
  into.category = reader.text_or("category", {});
  into.subject = reader.text_or("subject", {});
  into.body = reader.text_or("body", {});
}

void read_rights(Reader& reader, StaffCase& into) {
  into.may_refer = reader.boolean("may_refer");
  into.may_note = reader.boolean("may_note");
  into.may_reply = reader.boolean("may_reply");
}

}  // namespace

Json to_json(const SignIn& sign_in) {
  Json json = Json::object({{"username", sign_in.username}, {"password", sign_in.password}});
  if (!sign_in.code.empty()) json.set("code", sign_in.code);
  return json;
}

Result<SignIn> read_sign_in(const Json& json) {
  return read_all<SignIn>(json, [](Reader& reader) {
    SignIn sign_in;
    sign_in.username = reader.text("username");
    sign_in.password = reader.text("password");
    sign_in.code = reader.text_or("code", "");
    reader.refuse_unknown();
    return sign_in;
  });
}

Json to_json(const SessionInfo& session) {
  return Json::object({
      {"username", session.username},
      {"name", session.name},
      {"role", wire_name(session.role)},
      {"unit_id", session.unit_id},
      {"unit_name", session.unit_name},
      {"csrf_token", session.csrf_token},
  });
}

Result<SessionInfo> read_session_info(const Json& json) {
  return read_all<SessionInfo>(json, [](Reader& reader) {
    SessionInfo session;
    session.username = reader.text("username");
    session.name = reader.text("name");
    session.role = reader.word("role", role_from);
    session.unit_id = reader.text_or("unit_id", {});
    session.unit_name = reader.text_or("unit_name", {});
    session.csrf_token = reader.text("csrf_token");
    return session;
  });
}

Json to_json(const InboxRow& row) {
  return Json::object({
      {"id", row.id},
      {"kind", wire_name(row.kind)},
      {"state", wire_name(row.state)},
      {"subject", row.subject},
      {"sender", row.sender},
      {"category", row.category},
      {"unit_name", row.unit_name},
      {"registered_at", to_json(row.registered_at)},
      {"due_on", to_json(row.due_on)},
  });
}

Json to_json(const InboxPage& page) {
  return Json::object({{"cases", Json::array(page.cases)}, {"next", page.next}});
}

Result<InboxPage> read_inbox_page(const Json& json) {
  return read_all<InboxPage>(json, [](Reader& reader) {
    InboxPage page;
    page.cases = reader.list<InboxRow>("cases", read_row);
    page.next = reader.text_or("next", {});
    return page;
  });
}

Json to_json(const StaffEvent& event) {
  return Json::object({
      {"kind", wire_name(event.kind)},
      {"at", to_json(event.at)},
      {"actor", event.actor},
      {"from_unit", event.from_unit},
      {"to_unit", event.to_unit},
      {"text", event.text},
  });
}

Json to_json(const StaffCase& found) {
  return Json::object({
      {"id", found.id},
      {"tracking_code", found.tracking_code},
      {"version", found.version},
      {"kind", wire_name(found.kind)},
      {"state", wire_name(found.state)},
      {"anonymous", found.anonymous},
      {"person", answers_json(found.person)},
      {"other", answers_json(found.other)},
      {"category", found.category},
      {"subject", found.subject},
      {"body", found.body},
      {"unit_id", found.unit_id},
      {"unit_name", found.unit_name},
      {"registered_at", to_json(found.registered_at)},
      {"due_on", to_json(found.due_on)},
      {"events", Json::array(found.events)},
      {"attachments", Json::array(found.attachments)},
      {"may_refer", found.may_refer},
      {"may_note", found.may_note},
      {"may_reply", found.may_reply},
  });
}

Result<StaffCase> read_staff_case(const Json& json) {
  return read_all<StaffCase>(json, [](Reader& reader) {
    StaffCase found;
    found.id = reader.text("id");
    found.tracking_code = reader.text_or("tracking_code", {});
    found.version = reader.integer("version");
    found.kind = reader.word("kind", case_kind_from);
    found.state = reader.word("state", case_state_from);
    read_message(reader, found);
    found.unit_id = reader.text("unit_id");
    found.unit_name = reader.text("unit_name");
    found.registered_at = reader.instant("registered_at");
    found.due_on = reader.day("due_on");
    found.events = reader.list<StaffEvent>("events", read_event);
    found.attachments = reader.list<AttachmentInfo>("attachments", read_attachment);
    read_rights(reader, found);
    return found;
  });
}

Json to_json(const StaffAction& action) {
  Json json = Json::object({{"text", action.text}, {"version", action.version}});
  if (!action.to_unit.empty()) json.set("to_unit", action.to_unit);
  return json;
}

Result<StaffAction> read_staff_action(const Json& json) {
  return read_all<StaffAction>(json, [](Reader& reader) {
    StaffAction action;
    action.to_unit = reader.text_or("to_unit", {});
    action.text = reader.text_or("text", {});
    action.version = reader.integer("version");
    reader.refuse_unknown();
    return action;
  });
}

}  // namespace hamandish::api

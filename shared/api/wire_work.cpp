// A case as staff see it, and what they do with it.
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

StaffEvent read_event(Reader& reader) {
  StaffEvent event;
  event.kind = reader.word("kind", event_kind_from);
  event.at = reader.instant("at");
  event.actor = reader.text_or("actor", {});
  event.from_unit = reader.text_or("from_unit", {});
  event.to_unit = reader.text_or("to_unit", {});
  event.text = reader.text_or("text", {});
  event.detail = reader.text_or("detail", {});
  event.id = reader.text_or("id", {});
  event.redacted = reader.boolean_or("redacted", false);
  return event;
}

Consultation read_consultation(Reader& reader) {
  Consultation one;
  one.unit_id = reader.text("unit_id");
  one.unit_name = reader.text("unit_name");
  one.asked_at = reader.instant("asked_at");
  one.due_on = reader.day("due_on");
  one.advised = reader.boolean("advised");
  return one;
}

CaseLink read_link(Reader& reader) {
  CaseLink link;
  link.id = reader.text("id");
  link.tracking_code = reader.text("tracking_code");
  link.subject = reader.text("subject");
  link.relation = reader.text("relation");
  return link;
}

Officer read_officer(Reader& reader) {
  return {reader.text("username"), reader.text("name")};
}

CannedText read_canned(Reader& reader) {
  return {reader.text("id"), reader.text("title"), reader.text("text")};
}

SentMessage read_sent(Reader& reader) {
  return {reader.text("channel"), reader.text("address"), reader.text("cause"),
          reader.text("text"),    reader.text("state"),   reader.instant("at")};
}

// Absent or null: nothing.
template <class Enum>
std::optional<Enum> maybe_word(Reader& reader, std::string_view name, std::optional<Enum> (*from)(std::string_view)) {
  if (reader.member(name) == nullptr) return std::nullopt;
  return reader.word(name, from);
}

std::optional<Day> maybe_day(Reader& reader, std::string_view name) {
  if (reader.member(name) == nullptr) return std::nullopt;
  return reader.day(name);
}

void read_message(Reader& reader, StaffCase& into) {
  into.anonymous = reader.boolean("anonymous");
  into.person = read_answers(reader, "person");
  into.other = read_answers(reader, "other");
  into.category = reader.text_or("category", {});
  into.subject = reader.text_or("subject", {});
  into.body = reader.text_or("body", {});
  into.channel = reader.word("channel", intake_from);
  into.redacted = reader.boolean_or("redacted", false);
  into.attachments = reader.list<AttachmentInfo>("attachments", read_attachment);
}

void read_rights(Reader& reader, StaffCase& into) {
  into.may_refer = reader.boolean("may_refer");
  into.may_note = reader.boolean("may_note");
  into.may_reply = reader.boolean("may_reply");
  into.actions = reader.words("actions", case_action_from);
  into.reply_is_draft = reader.boolean_or("reply_is_draft", false);
  into.officers = reader.list<Officer>("officers", read_officer);
  into.canned = reader.list<CannedText>("canned", read_canned);
}

void read_draft(Reader& reader, StaffCase& into) {
  for (const DraftAnswer& one : reader.list<DraftAnswer>("drafts", [](Reader& draft) {
         return DraftAnswer{draft.text("author"), draft.instant("written_at"), draft.text("text")};
       })) {
    into.draft = one;
  }
}

void read_work(Reader& reader, StaffCase& into) {
  into.unit_id = reader.text("unit_id");
  into.unit_name = reader.text("unit_name");
  into.registered_at = reader.instant("registered_at");
  into.due_on = reader.day("due_on");
  into.priority = reader.word("priority", priority_from);
  into.objected = reader.boolean_or("objected", false);
  into.assigned_to = reader.text_or("assigned_to", {});
  into.assigned_name = reader.text_or("assigned_name", {});
  into.unit_due_on = maybe_day(reader, "unit_due_on");
  into.outcome = maybe_word(reader, "outcome", outcome_from);
  into.tags = reader.texts("tags");
  into.consultations = reader.list<Consultation>("consultations", read_consultation);
  into.links = reader.list<CaseLink>("links", read_link);
  into.messages = reader.list<SentMessage>("messages", read_sent);
  into.events = reader.list<StaffEvent>("events", read_event);
  read_draft(reader, into);
}

Json drafts_json(const StaffCase& found) {
  Json drafts = Json::array();
  if (found.draft) {
    drafts.push(Json::object({{"author", found.draft->author},
                              {"written_at", to_json(found.draft->written_at)},
                              {"text", found.draft->text}}));
  }
  return drafts;
}

Json actions_json(const std::vector<CaseAction>& actions) {
  Json names = Json::array();
  for (const CaseAction action : actions) names.push(wire_name(action));
  return names;
}

void set_work(Json& json, const StaffCase& found) {
  json.set("channel", wire_name(found.channel));
  json.set("priority", wire_name(found.priority));
  json.set("objected", found.objected);
  json.set("redacted", found.redacted);
  json.set("assigned_to", found.assigned_to);
  json.set("assigned_name", found.assigned_name);
  if (found.unit_due_on) json.set("unit_due_on", to_json(*found.unit_due_on));
  if (found.outcome) json.set("outcome", wire_name(*found.outcome));
  json.set("tags", Json::array(found.tags));
  json.set("consultations", Json::array(found.consultations));
  json.set("drafts", drafts_json(found));
  json.set("links", Json::array(found.links));
  json.set("messages", Json::array(found.messages));
  json.set("officers", Json::array(found.officers));
  json.set("canned", Json::array(found.canned));
  json.set("actions", actions_json(found.actions));
  json.set("reply_is_draft", found.reply_is_draft);
}

}  // namespace

Json to_json(const StaffEvent& event) {
  Json json = Json::object({
      {"kind", wire_name(event.kind)},
      {"at", to_json(event.at)},
      {"actor", event.actor},
      {"from_unit", event.from_unit},
      {"to_unit", event.to_unit},
      {"text", event.text},
  });
  if (!event.detail.empty()) json.set("detail", event.detail);
  if (!event.id.empty()) json.set("id", event.id);
  if (event.redacted) json.set("redacted", true);
  return json;
}

Json to_json(const Consultation& one) {
  return Json::object({{"unit_id", one.unit_id},
                       {"unit_name", one.unit_name},
                       {"asked_at", to_json(one.asked_at)},
                       {"due_on", to_json(one.due_on)},
                       {"advised", one.advised}});
}

Json to_json(const CaseLink& link) {
  return Json::object(
      {{"id", link.id}, {"tracking_code", link.tracking_code}, {"subject", link.subject}, {"relation", link.relation}});
}

Json to_json(const SentMessage& sent) {
  return Json::object({{"channel", sent.channel},
                       {"address", sent.address},
                       {"cause", sent.cause},
                       {"text", sent.text},
                       {"state", sent.state},
                       {"at", to_json(sent.at)}});
}

Json to_json(const Officer& officer) {
  return Json::object({{"username", officer.username}, {"name", officer.name}});
}

Json to_json(const CannedText& canned) {
  return Json::object({{"id", canned.id}, {"title", canned.title}, {"text", canned.text}});
}

Json to_json(const StaffCase& found) {
  Json json = Json::object({
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
  set_work(json, found);
  return json;
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
    read_work(reader, found);
    read_rights(reader, found);
    return found;
  });
}

Json to_json(const StaffAction& action) {
  Json json = Json::object({{"text", action.text}, {"version", action.version}});
  if (action.action != CaseAction::note) json.set("action", wire_name(action.action));
  if (!action.to_unit.empty()) json.set("to_unit", action.to_unit);
  if (!action.units.empty()) json.set("units", Json::array(action.units));
  if (action.due_on) json.set("due_on", to_json(*action.due_on));
  if (!action.assignee.empty()) json.set("assignee", action.assignee);
  if (action.priority) json.set("priority", wire_name(*action.priority));
  if (!action.tag.empty()) json.set("tag", action.tag);
  if (action.outcome) json.set("outcome", wire_name(*action.outcome));
  if (!action.other.empty()) json.set("other", action.other);
  if (!action.subject.empty()) json.set("subject", action.subject);
  if (!action.event.empty()) json.set("event", action.event);
  return json;
}

Result<StaffAction> read_staff_action(const Json& json) {
  return read_all<StaffAction>(json, [](Reader& reader) {
    StaffAction action;
    action.to_unit = reader.text_or("to_unit", {});
    action.text = reader.text_or("text", {});
    action.version = reader.integer("version");
    action.action = maybe_word(reader, "action", case_action_from).value_or(CaseAction::note);
    action.units = reader.texts("units");
    action.due_on = maybe_day(reader, "due_on");
    action.assignee = reader.text_or("assignee", {});
    action.priority = maybe_word(reader, "priority", priority_from);
    action.tag = reader.text_or("tag", {});
    action.outcome = maybe_word(reader, "outcome", outcome_from);
    action.other = reader.text_or("other", {});
    action.subject = reader.text_or("subject", {});
    action.event = reader.text_or("event", {});
    reader.refuse_unknown();
    return action;
  });
}

Json to_json(const Presence& presence) {
  return Json::object({{"version", presence.version}, {"others", Json::array(presence.others)}});
}

Result<Presence> read_presence(const Json& json) {
  return read_all<Presence>(json, [](Reader& reader) {
    Presence presence;
    presence.version = reader.integer("version");
    presence.others = reader.texts("others");
    return presence;
  });
}

}  // namespace hamandish::api

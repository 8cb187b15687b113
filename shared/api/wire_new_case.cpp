#include <algorithm>
#include <array>

#include "shared/api/wire_json.h"
#include "shared/directory/profile.h"
#include "shared/json/reader.h"

namespace hamandish::api {
namespace {

constexpr std::array kPersonFields = {
    "person_kind", "first_name", "last_name", "national_id",         "legal_id", "mobile",     "company_name",
    "foreign_id",  "email",      "address",   "representative_post", "city",     "postal_code"};
constexpr std::array kTextFields = {"category", "subject", "body"};
constexpr std::string_view kAttachments = "attachments";
constexpr std::size_t kMostMembers = 64;  // no form of ours has as many fields

void add(Answers& answers, std::string_view field, std::string value) {
  if (!value.empty()) answers.push_back({std::string(field), std::move(value)});
}

void read_person(Reader& reader, NewCase& into, std::vector<FieldError>& errors) {
  const Json* person = reader.member("person");
  if (person == nullptr) return;
  if (into.anonymous) return reader.refuse("anonymous", "form.person_and_anonymous");
  if (!person->is_object()) return reader.refuse("person", "json.not_an_object");
  Reader members(*person, errors);  // no path: errors carry the ids of the form's fields
  for (const char* field : kPersonFields) add(into.answers, field, members.text_or(field, {}));
  members.refuse_unknown();
}

// A token with a space in it would become two.
void read_attachments(Reader& reader, NewCase& into) {
  std::string joined;
  for (const std::string& token : reader.texts(kAttachments)) {
    if (token.empty() || token.find(' ') != std::string::npos) {
      return reader.refuse(kAttachments, "form.attachment_unknown");
    }
    joined += (joined.empty() ? "" : " ") + token;
  }
  add(into.answers, kAttachments, std::move(joined));
}

bool has_own_reader(std::string_view name) {
  return name == "kind" || name == "anonymous" || name == "person" || name == kAttachments ||
         std::find(kTextFields.begin(), kTextFields.end(), name) != kTextFields.end();
}

// What is left are fields that only the profile knows.
void read_further(Reader& reader, const Json& json, NewCase& into) {
  for (const Json::Member& member : json.members()) {
    if (has_own_reader(member.name) || member.value.is_null()) continue;
    if (is_person_field(member.name)) {
      reader.refuse(member.name, "json.unknown_member");  // its place is in `person`
    } else if (member.value.text() != nullptr) {
      add(into.answers, member.name, *member.value.text());
    } else if (member.value.boolean()) {
      add(into.answers, member.name, *member.value.boolean() ? "1" : "");
    } else {
      reader.refuse(member.name, "json.wrong_type");
    }
  }
}

Json attachments_json(std::string_view tokens) {
  Json array = Json::array();
  for (std::size_t at = 0; at < tokens.size();) {
    const std::size_t space = std::min(tokens.find(' ', at), tokens.size());
    if (space > at) array.push(tokens.substr(at, space - at));
    at = space + 1;
  }
  return array;
}

void set_once(Json& object, const Answer& answer) {
  if (object.find(answer.field) == nullptr) object.set(answer.field, answer.value);
}

}  // namespace

Json to_json(const NewCase& new_case) {
  Json json = Json::object({{"kind", wire_name(new_case.kind)}});
  Json person = Json::object();
  for (const Answer& answer : new_case.answers) {
    if (is_person_field(answer.field)) {
      set_once(person, answer);
    } else if (answer.field != kAttachments) {
      set_once(json, answer);
    }
  }
  const std::string_view tokens = answer(new_case.answers, kAttachments);
  if (!tokens.empty()) json.set(std::string(kAttachments), attachments_json(tokens));
  if (new_case.anonymous) json.set("anonymous", true);
  if (!person.members().empty()) json.set("person", std::move(person));
  return json;
}

Result<NewCase> read_new_case(const Json& json) {
  if (json.members().size() > kMostMembers) return make_error(Code::invalid, "error.malformed_request");
  std::vector<FieldError> errors;
  Reader reader(json, errors);
  NewCase result;
  result.kind = reader.word("kind", case_kind_from);
  result.anonymous = reader.boolean_or("anonymous", false);
  read_person(reader, result, errors);
  for (const char* field : kTextFields) add(result.answers, field, reader.text_or(field, {}));
  read_attachments(reader, result);
  read_further(reader, json, result);
  if (!errors.empty()) return invalid(std::move(errors));
  return result;
}

}  // namespace hamandish::api

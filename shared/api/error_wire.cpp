#include "shared/api/error_wire.h"

#include <algorithm>
#include <array>

#include "shared/json/reader.h"
#include "shared/messages/messages.h"

namespace hamandish::api {
namespace {

struct CodeName {
  Code code;
  std::string_view name;
};
constexpr std::array kCodes = {
    CodeName{Code::invalid, "invalid"},     CodeName{Code::unauthorized, "unauthorized"},
    CodeName{Code::forbidden, "forbidden"}, CodeName{Code::not_found, "not_found"},
    CodeName{Code::conflict, "conflict"},   CodeName{Code::too_large, "too_large"},
    CodeName{Code::busy, "busy"},           CodeName{Code::unavailable, "unavailable"},
    CodeName{Code::internal, "internal"},
};

Json params_json(const Params& params) {
  Json json = Json::object();
  for (const Param& param : params) {
    if (json.find(param.name) == nullptr) json.set(param.name, param.value);
  }
  return json;
}

Params read_params(Reader& reader) {
  Params params;
  const Json* json = reader.member("params");
  if (json == nullptr) return params;
  for (const Json::Member& member : json->members()) {
    if (member.value.text() != nullptr) params.push_back({member.name, *member.value.text()});
  }
  return params;
}

Json field_json(const FieldError& error) {
  return Json::object({
      {"field", error.field},
      {"key", error.key},
      {"message", say(error.key, error.params)},
      {"params", params_json(error.params)},
  });
}

// The server has more messages than a program of the client (web/programs): then its own words are taken.
void take_words(const std::string& message, std::string& key, Params& params) {
  const bool unknown = say(key, params) == key;
  if (!unknown || message.empty()) return;
  key = "error.said";
  params = {{"text", message}};
}

FieldError read_field(Reader& reader) {
  FieldError error;
  error.field = reader.text("field");
  error.key = reader.text("key");
  error.params = read_params(reader);
  take_words(reader.text_or("message", {}), error.key, error.params);
  return error;
}

}  // namespace

std::string_view wire_name(Code code) {
  const auto at = std::find_if(kCodes.begin(), kCodes.end(), [&](const CodeName& one) { return one.code == code; });
  HAMANDISH_CHECK(at != kCodes.end());
  return at->name;
}

std::optional<Code> code_from(std::string_view wire_name) {
  const auto at =
      std::find_if(kCodes.begin(), kCodes.end(), [&](const CodeName& one) { return one.name == wire_name; });
  return at != kCodes.end() ? std::optional(at->code) : std::nullopt;
}

Json to_json(const Error& error) {
  Json fields = Json::array();
  for (const FieldError& field : error.fields) fields.push(field_json(field));
  return Json::object({{"error", Json::object({
                                     {"code", wire_name(error.code)},
                                     {"key", error.key},
                                     {"message", say(error.key, error.params)},
                                     {"fields", std::move(fields)},
                                     {"params", params_json(error.params)},
                                 })}});
}

Error read_error(std::string_view body) {
  Error bad_answer = make_error(Code::unavailable, "error.bad_answer");
  const Result<Json> json = parse_json(body);
  const Json* content = json.ok() ? json->find("error") : nullptr;
  if (content == nullptr) return bad_answer;
  std::vector<FieldError> mistakes;
  Reader reader(*content, mistakes);
  Error error;
  error.code = reader.word("code", code_from);
  error.key = reader.text("key");
  error.params = read_params(reader);
  take_words(reader.text_or("message", {}), error.key, error.params);
  error.fields = reader.list<FieldError>("fields", read_field);
  return mistakes.empty() ? error : bad_answer;
}

}  // namespace hamandish::api

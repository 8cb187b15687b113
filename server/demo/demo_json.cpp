#include "server/demo/demo_json.h"

namespace hamandish::server {

std::string text_of(const Json& json, std::string_view name) {
  const Json* value = json.find(name);
  return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
}

std::string lines_of(const Json& json, std::string_view name) {
  std::string text;
  for (const Json& line : items_of(json, name)) text += (line.text() != nullptr ? *line.text() : std::string()) + "\n";
  return text;
}

std::int64_t number_of(const Json& json, std::string_view name) {
  const Json* value = json.find(name);
  return value != nullptr ? value->integer().value_or(0) : 0;
}

const Json::Items& items_of(const Json& json, std::string_view name) {
  static const Json::Items kNone;
  const Json* value = json.find(name);
  return value != nullptr ? value->items() : kNone;
}

}  // namespace hamandish::server

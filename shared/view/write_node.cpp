#include "shared/view/node_json.h"

namespace hamandish::view {
namespace {

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json.set(name, value);
}
void put(Json& json, const char* name, bool value) {
  if (value) json.set(name, true);
}
void put(Json& json, const char* name, int value) {
  if (value != 0) json.set(name, value);
}

Json write_input(const Input& input) {
  Json json = Json::object();
  put(json, "k", static_cast<int>(input.keyboard));
  put(json, "ac", input.autocomplete);
  put(json, "ltr", input.ltr);
  put(json, "max", input.max_length);
  if (input.rows != Input{}.rows) json.set("rows", input.rows);
  put(json, "accept", input.accept);
  return json;
}

Json write_options(const std::vector<Option>& options) {
  Json list = Json::array();
  for (const Option& option : options) {
    list.push(option.value);
    list.push(option.text);
  }
  return list;
}

// Three texts for each column, the third one digit.
Json write_sorts(const std::vector<Sort>& sorts) {
  Json list = Json::array();
  for (const Sort& sort : sorts) {
    list.push(sort.target);
    list.push(sort.intent);
    list.push(std::string(1, static_cast<char>('0' + static_cast<int>(sort.order))));
  }
  return list;
}

}  // namespace

Json write_node(const Node& node) {
  Json json = Json::object({{"k", static_cast<int>(node.kind)}});
  put(json, "id", node.id);
  put(json, "t", node.text);
  put(json, "v", node.value);
  put(json, "n", node.note);
  put(json, "h", node.help);
  put(json, "e", node.error);
  put(json, "to", node.target);
  put(json, "i", node.intent);
  put(json, "l", node.level);
  put(json, "tone", static_cast<int>(node.tone));
  put(json, "req", node.required);
  put(json, "chk", node.checked);
  put(json, "cur", node.current);
  put(json, "dis", node.disabled);
  put(json, "ord", node.ordered);
  put(json, "ltr", node.ltr);
  put(json, "busy", node.busy);
  put(json, "mul", node.multiple);
  put(json, "mp", node.multipart);
  put(json, "q", node.quiet);
  if (node.input != Input{}) json.set("in", write_input(node.input));
  if (!node.options.empty()) json.set("o", write_options(node.options));
  if (!node.columns.empty()) json.set("col", Json::array(node.columns));
  if (!node.sorts.empty()) json.set("s", write_sorts(node.sorts));
  if (!node.children.empty()) {
    Json children = Json::array();
    for (const Node& child : node.children) children.push(write_node(child));
    json.set("c", std::move(children));
  }
  return json;
}

}  // namespace hamandish::view

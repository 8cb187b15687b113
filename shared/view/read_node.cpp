#include "shared/json/reader.h"
#include "shared/view/node_json.h"

namespace hamandish::view {
namespace {

Input read_input(Reader& reader) {
  Input input;
  input.keyboard = static_cast<Keyboard>(reader.integer_or("k", 0));
  input.autocomplete = reader.text_or("ac", "");
  input.ltr = reader.boolean_or("ltr", false);
  input.max_length = static_cast<int>(reader.integer_or("max", 0));
  input.rows = static_cast<int>(reader.integer_or("rows", Input{}.rows));
  input.accept = reader.text_or("accept", "");
  return input;
}

Node read_members(Reader& reader, std::vector<FieldError>& errors) {
  Node node;
  node.kind = static_cast<Kind>(reader.integer("k"));
  node.id = reader.text_or("id", "");
  node.text = reader.text_or("t", "");
  node.value = reader.text_or("v", "");
  node.note = reader.text_or("n", "");
  node.help = reader.text_or("h", "");
  node.error = reader.text_or("e", "");
  node.target = reader.text_or("to", "");
  node.intent = reader.text_or("i", "");
  node.level = static_cast<int>(reader.integer_or("l", 0));
  node.tone = static_cast<Tone>(reader.integer_or("tone", 0));
  node.required = reader.boolean_or("req", false);
  node.checked = reader.boolean_or("chk", false);
  node.current = reader.boolean_or("cur", false);
  node.disabled = reader.boolean_or("dis", false);
  node.ordered = reader.boolean_or("ord", false);
  node.ltr = reader.boolean_or("ltr", false);
  node.busy = reader.boolean_or("busy", false);
  node.multiple = reader.boolean_or("mul", false);
  node.multipart = reader.boolean_or("mp", false);
  node.quiet = reader.boolean_or("q", false);
  if (const Json* input = reader.member("in")) {
    Reader inner(*input, errors);
    node.input = read_input(inner);
  }
  const std::vector<std::string> options = reader.texts("o");
  for (std::size_t i = 0; i + 1 < options.size(); i += 2) node.options.push_back({options[i], options[i + 1]});
  node.columns = reader.texts("col");
  const std::vector<std::string> sorts = reader.texts("s");
  for (std::size_t i = 0; i + 2 < sorts.size(); i += 3) {
    const Sort::Order order = sorts[i + 2] == "1"   ? Sort::Order::ascending
                              : sorts[i + 2] == "2" ? Sort::Order::descending
                                                    : Sort::Order::none;
    node.sorts.push_back({sorts[i], sorts[i + 1], order});
  }
  std::vector<Node>& children = node.children;
  children = reader.list<Node>("c", [&](Reader& child) { return read_members(child, errors); });
  return node;
}

}  // namespace

Result<Node> read_node(const Json& json) {
  std::vector<FieldError> errors;
  Reader reader(json, errors);
  Node node = read_members(reader, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  return node;
}

}  // namespace hamandish::view

// write_text of html_writer.h.
#include <string>
#include <string_view>

#include "shared/view/html.h"
#include "shared/view/html_writer.h"
#include "shared/view/kinds.h"

namespace hamandish::view {

namespace {

// «text» on one line: line ends and backslashes are written as \n and \\.
void append_quoted(std::string& out, std::string_view text) {
  out += "«";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  out += "»";
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append(" ").append(name).append("=");
  append_quoted(out, value);
}

void append_flag(std::string& out, std::string_view name, bool set) {
  if (set) out.append(" ").append(name);
}

std::string_view keyboard_name(Keyboard keyboard) {
  switch (keyboard) {
    case Keyboard::text:
      return {};
    case Keyboard::numeric:
      return "numeric";
    case Keyboard::date:
      return "date";
    case Keyboard::telephone:
      return "telephone";
    case Keyboard::email:
      return "email";
    case Keyboard::password:
      return "password";
    case Keyboard::search:
      return "search";
  }
  return {};
}

void append_input(std::string& out, const Input& input) {
  append_member(out, "keyboard", keyboard_name(input.keyboard));
  append_member(out, "autocomplete", input.autocomplete);
  append_flag(out, "ltr", input.ltr);
  if (input.max_length > 0) out += " max=" + std::to_string(input.max_length);
  append_member(out, "accept", input.accept);
}

void append_flags(std::string& out, const Node& node) {
  append_flag(out, "required", node.required);
  append_flag(out, "checked", node.checked);
  append_flag(out, "current", node.current);
  append_flag(out, "busy", node.busy);
  append_flag(out, "disabled", node.disabled);
  append_flag(out, "ordered", node.ordered);
  append_flag(out, "multiple", node.multiple);
  append_flag(out, "multipart", node.multipart);
  append_flag(out, "ltr", node.ltr);
  append_flag(out, "quiet", node.quiet);
}

// «| موضوع», and of a sortable column also its order and where its link leads.
void append_column(std::string& out, const Node& table, std::size_t index) {
  out.append("| ").append(table.columns[index]);
  if (index >= table.sorts.size() || table.sorts[index].target.empty()) return;
  const Sort& sort = table.sorts[index];
  if (sort.order != Sort::Order::none) out += sort.order == Sort::Order::ascending ? " ascending" : " descending";
  append_member(out, "target", sort.target);
  append_member(out, "intent", sort.intent);
}

void append_line(std::string& out, const Node& node, const std::string& place) {
  out += kind_entry(node.kind).name;
  if (node.level > 0) out += " " + std::to_string(node.level);
  if (!node.id.empty() && node.id != place) out += " #" + node.id;
  if (!node.text.empty()) {
    out += ' ';
    append_quoted(out, node.text);
  }
  if (node.tone != Tone::neutral) out.append(" ").append(tone_name(node.tone));
  append_member(out, "value", node.value);
  append_member(out, "note", node.note);
  append_member(out, "help", node.help);
  append_member(out, "error", node.error);
  append_member(out, "target", node.target);
  append_member(out, "intent", node.intent);
  append_flags(out, node);
  append_input(out, node.input);
}

void append_node(std::string& out, const Node& node, const std::string& place, std::size_t depth) {
  out.append(depth * 2, ' ');
  append_line(out, node, place);
  out += '\n';
  for (std::size_t i = 0; i < node.columns.size(); ++i) {
    out.append(depth * 2 + 2, ' ');
    append_column(out, node, i);
    out += '\n';
  }
  for (const Option& option : node.options) {
    out.append(depth * 2 + 2, ' ').append("- ").append(option.value).append(": ").append(option.text).append("\n");
  }
  std::size_t index = 0;
  // Ids that come from the place alone (builder.h, finish) would say nothing and change with every insertion.
  for (const Node& child : node.children) {
    append_node(out, child, node.id + "-" + std::to_string(index++), depth + 1);
  }
}

}  // namespace

std::string write_text(const Node& node) {
  std::string out;
  append_node(out, node, "page", 0);
  return out;
}

}  // namespace hamandish::view

#include "shared/view/builder.h"

#include <array>
#include <charconv>
#include <iterator>
#include <string_view>
#include <unordered_set>

#include "shared/base/check.h"

namespace hamandish::view {

Node node(Kind kind, std::string text, Nodes children, std::string id) {
  Node result;
  result.kind = kind;
  result.text = std::move(text);
  result.children = std::move(children);
  result.id = std::move(id);
  return result;
}

Node heading(int level, std::string text, std::string id) {
  Node result = node(Kind::heading, std::move(text), {}, std::move(id));
  result.level = level;
  return result;
}

Node paragraph(std::string text, Tone tone) {
  Node result = node(Kind::paragraph, std::move(text), {});
  result.tone = tone;
  return result;
}

Node link(std::string text, std::string target) {
  Node result = node(Kind::link, std::move(text), {});
  result.target = std::move(target);
  return result;
}

Node section(std::string name, Nodes children, std::string id) {
  return node(Kind::section, std::move(name), std::move(children), std::move(id));
}

Node columns(Nodes first, Nodes second, std::string id) {
  const auto count = static_cast<int>(first.size());
  std::move(second.begin(), second.end(), std::back_inserter(first));
  Node result = node(Kind::columns, {}, std::move(first), std::move(id));
  result.level = count;
  return result;
}

Node card(Nodes children) {
  return node(Kind::card, {}, std::move(children));
}

Node fact(std::string term, std::string description, bool ltr) {
  Node result = node(Kind::fact, std::move(term), {});
  result.value = std::move(description);
  result.ltr = ltr;
  return result;
}

Node button(std::string text, Tone tone, std::string intent) {
  Node result = node(Kind::button, std::move(text), {});
  result.tone = tone;
  result.intent = std::move(intent);
  return result;
}

Node hidden(std::string name, std::string value) {
  Node result = node(Kind::hidden, {}, {}, std::move(name));
  result.value = std::move(value);
  return result;
}

Node actions(Nodes children) {
  return node(Kind::actions, {}, std::move(children));
}

Node notice(std::string text, Tone tone, std::string id) {
  Node result = node(Kind::notice, std::move(text), {}, std::move(id));
  result.tone = tone;
  return result;
}

namespace {

Node digits_field(std::string id, std::string label, const char* autocomplete, int max_length) {
  Node result = node(Kind::text_field, std::move(label), {}, std::move(id));
  result.input.keyboard = Keyboard::numeric;
  result.input.autocomplete = autocomplete;
  result.input.ltr = true;
  result.input.max_length = max_length;
  return result;
}

}  // namespace

Node number_field(std::string id, std::string label) {
  return digits_field(std::move(id), std::move(label), "off", 0);
}

Node date_field(std::string id, std::string label) {
  Node result = digits_field(std::move(id), std::move(label), "off", 10);
  result.input.keyboard = Keyboard::date;
  return result;
}

bool has_tool(const Node& field) {
  const bool opens = field.kind == Kind::select || field.input.keyboard == Keyboard::date;
  return opens && !field.note.empty() && !field.disabled;
}

Node one_time_code_field(std::string id, std::string label) {
  return digits_field(std::move(id), std::move(label), "one-time-code", 6);
}

const Node* dialog_of(const Node& page) {
  for (const Node& part : page.children) {
    if (part.kind != Kind::main || part.children.empty()) continue;
    if (part.children.back().kind == Kind::dialog) return &part.children.back();
  }
  return nullptr;
}

std::string option_id(const Node& group, std::size_t index) {
  return index == 0 ? group.id : group.id + "-" + std::to_string(index);
}

namespace {

bool needs_name(Kind kind) {
  switch (kind) {
    case Kind::link:
    case Kind::button:
    case Kind::text_field:
    case Kind::text_area:
    case Kind::select:
    case Kind::checkbox:
    case Kind::file_field:
    case Kind::table:
    case Kind::navigation:
    case Kind::breadcrumb:
    case Kind::pagination:
    case Kind::tabs:
    case Kind::disclosure:
    case Kind::dialog:
    case Kind::audio:
    case Kind::chart:
    case Kind::menu:
    case Kind::stepper:
    case Kind::toggle:
    case Kind::combobox:
    case Kind::pick:
    case Kind::radio_group:
    case Kind::checkbox_group:
      return true;
    default:
      return false;
  }
}

// A page's mistake. Where it can be seen by who made it the program stops; a citizen gets a page all the same, and the
// server goes on.
void mistake() {
#ifndef NDEBUG
  HAMANDISH_CHECK(false);
#endif
}

using Ids = std::unordered_set<std::string_view>;

// The ids that pages have given. Another with the same name gets one of its own; the loop ends, for each is longer.
void collect(Node& node, Ids& given) {
  if (!node.id.empty()) {
    while (!given.insert(node.id).second) {
      mistake();
      node.id += "-again";
    }
  }
  for (Node& child : node.children) collect(child, given);
}

// The others follow from their places, so that no two of them are the same and only the given ones need to be asked.
void visit(Node& node, const Ids& given) {
  if (needs_name(node.kind) && node.text.empty()) {
    mistake();
    node.text = "\u2026";
  }
  std::size_t index = 0;
  for (Node& child : node.children) {
    if (child.id.empty()) {
      std::array<char, 24> digits{};
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), index).ptr;
      child.id.reserve(node.id.size() + 1 + static_cast<std::size_t>(end - digits.data()));
      child.id.append(node.id).append("-").append(digits.data(), end);
      while (given.contains(child.id)) {
        mistake();
        child.id += "-again";
      }
    }
    visit(child, given);
    ++index;
  }
}

}  // namespace

void finish(Node& page) {
  if (page.id.empty()) page.id = "page";
  Ids given;
  collect(page, given);
  visit(page, given);
}

}  // namespace hamandish::view

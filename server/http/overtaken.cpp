#include "server/http/overtaken.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "server/http/draft_views.h"
#include "server/http/remote_pages.h"
#include "shared/base/result.h"
#include "shared/messages/messages.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/normalize.h"
#include "shared/view/builder.h"

namespace hamandish::server {
namespace {

using view::Kind;
using view::Node;

bool is_choice(const Node& field) {
  return field.kind == Kind::select || field.kind == Kind::radio_group;
}
bool is_tick(const Node& field) {
  return field.kind == Kind::checkbox || field.kind == Kind::toggle;
}
bool is_field(const Node& field) {
  return is_choice(field) || is_tick(field) || field.kind == Kind::text_field || field.kind == Kind::text_area;
}

const Node* find(const Node& node, std::string_view id) {
  if (node.id == id) return &node;
  for (const Node& child : node.children) {
    if (const Node* found = find(child, id)) return found;
  }
  return nullptr;
}

// Browsers send lines with CR LF.
bool is_same(const Node& typed, const Node& stored) {
  return typed.checked == stored.checked && text::for_storage(typed.value) == text::for_storage(stored.value);
}

std::string words_of(const Node& field) {
  if (is_tick(field)) return say(field.checked ? "survey.yes" : "survey.no");
  if (!is_choice(field)) return field.value;
  const auto at = std::find_if(field.options.begin(), field.options.end(),
                               [&field](const view::Option& one) { return one.value == field.value; });
  return at == field.options.end() ? field.value : at->text;
}

Node stored_now(const Node& field) {
  view::Nodes words;
  pages::add_paragraphs(words, words_of(field));
  if (words.empty()) words.push_back(view::paragraph(say("form.stored_empty")));
  constexpr std::size_t kShort = 400;  // bytes: what is read at a glance stands open
  Node node = view::node(Kind::disclosure, say("form.stored_now", {{"label", field.text}}), std::move(words),
                         "stored-" + field.id);
  node.checked = field.value.size() < kShort;
  return node;
}

void add_stored(Node& node, const Node& stored) {
  view::Nodes with;
  for (Node& child : node.children) {
    const Node* other = is_field(child) ? find(stored, child.id) : nullptr;
    const bool differs = other != nullptr && !is_same(child, *other);
    if (!is_field(child)) add_stored(child, stored);
    with.push_back(std::move(child));
    if (differs) with.push_back(stored_now(*other));
  }
  node.children = std::move(with);
}

// Puts the notice behind the page's heading.
bool add_notice(Node& node, Node& notice) {
  for (auto child = node.children.begin(); child != node.children.end(); ++child) {
    if (child->id == "title") {
      node.children.insert(child + 1, std::move(notice));
      return true;
    }
    if (add_notice(*child, notice)) return true;
  }
  return false;
}

}  // namespace

std::int64_t edited_version(const Call& call) {
  std::string_view version = call.request.path_value("version");
  if (version.empty()) return number_in(call.request.field(pages::kVersionField));
  if (version.starts_with('v')) version.remove_prefix(1);
  return number_in(version);
}

Reply overtaken_reply(const Call& call, Node typed, const Node& stored) {
  add_stored(typed, stored);
  Node notice = view::notice(say("form.overtaken"), view::Tone::warning, "failure");
  add_notice(typed, notice);
  view::finish(typed);  // what has come needs ids, too
  return remote_reply(call, typed, 409);
}

}  // namespace hamandish::server

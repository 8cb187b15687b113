#include "shared/pages/revision_nodes.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/pages/text_nodes.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Tone tone_of(DiffOp op) {
  if (op == DiffOp::same) return Tone::neutral;
  return op == DiffOp::removed ? Tone::danger : Tone::success;
}

Node part_of(DiffOp op, std::string text) {
  Node part = view::paragraph(std::move(text), tone_of(op));
  if (op != DiffOp::same) part.note = say(op == DiffOp::removed ? "revision.removed" : "revision.added") + " ";
  return part;
}

void end_line(Nodes& nodes, Node& line) {
  if (!line.children.empty()) nodes.push_back(std::move(line));
  line = view::node(Kind::revision, {}, {});
}

// What comes in place of something stands beside it, not against it.
bool touch(const std::vector<DiffPart>& parts, std::size_t i) {
  if (i == 0 || parts[i].op == DiffOp::same || parts[i - 1].op == DiffOp::same) return false;
  const std::string_view before = parts[i - 1].text;
  const std::string_view after = parts[i].text;
  const auto blank = [](char c) { return c == ' ' || c == '\n'; };
  return !before.empty() && !after.empty() && !blank(before.back()) && !blank(after.front());
}

}  // namespace

void add_revision(Nodes& nodes, const std::vector<DiffPart>& parts) {
  Node line = view::node(Kind::revision, {}, {});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const DiffPart& part = parts[i];
    if (touch(parts, i)) line.children.push_back(part_of(DiffOp::same, " "));
    std::string_view rest = part.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (end > 0) line.children.push_back(part_of(part.op, std::string(rest.substr(0, end))));
      if (end < rest.size()) end_line(nodes, line);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  end_line(nodes, line);
}

void add_wording(Nodes& nodes, std::string_view clause_text, std::string_view wording) {
  if (wording.empty()) return;
  nodes.push_back(view::paragraph(say("comment.proposed_wording")));
  if (clause_text.empty()) return add_paragraphs(nodes, wording);
  add_revision(nodes, diff_words(clause_text, wording));
}

Node revision_legend() {
  return view::node(Kind::revision, {},
                    {part_of(DiffOp::removed, say("revision.removed_means")), part_of(DiffOp::same, " · "),
                     part_of(DiffOp::added, say("revision.added_means"))});
}

}  // namespace hamandish::pages

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

namespace {

std::string_view tag_of(Tone tone) {
  if (tone == Tone::danger) return "del";
  return tone == Tone::success ? "ins" : "span";
}

}  // namespace

void write_revision(Html& html, const Node& node) {
  html.open("p").id(node.id).style("revision");
  for (const Node& part : node.children) {
    html.open(tag_of(part.tone)).id(part.id);
    // Heard, not seen: few screen readers tell of <del> and <ins> by themselves.
    if (!part.note.empty()) html.open("span").style("quiet").text(part.note).close();
    html.text(part.text).close();
  }
  html.close();
}

}  // namespace hamandish::view::kinds

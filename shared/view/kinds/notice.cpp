#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_notice(Html& html, const Node& node) {
  html.open("div").id(node.id).style("notice", node.tone);
  html.attribute("role", node.tone == Tone::danger ? "alert" : "status").attribute("tabindex", "-1");
  html.leaf_if_text("p", node.id, "-text", node.text);
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

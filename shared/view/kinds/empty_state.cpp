#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_empty_state(Html& html, const Node& node) {
  html.open("div").id(node.id).style("empty");
  html.leaf_if_text("p", node.id, "-text", node.text).leaf_if_text("p", node.id, "-note", node.note);
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_item(Html& html, const Node& node) {
  html.open("li").id(node.id).style("", node.tone).attribute("role", "listitem");
  html.leaf_if_text("span", node.id, "-text", node.text);
  html.leaf_if_text("span", node.id, "-note", node.note);
  html.leaf_if_text("span", node.id, "-value", node.value);
  html.leaf_if_text("span", node.id, "-error", node.error);
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_chips(Html& html, const Node& node) {
  html.open("ul").id(node.id).style("chips").attribute("role", "list");
  html.attribute_if(!node.text.empty(), "aria-label", node.text);
  for (const Node& child : node.children) write_as_item(html, child);
  html.close();
}

}  // namespace hamandish::view::kinds

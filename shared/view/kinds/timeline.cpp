#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_timeline(Html& html, const Node& node) {
  html.open("ol").id(node.id).style("timeline").attribute("role", "list");
  html.attribute_if(!node.text.empty(), "aria-label", node.text);
  for (const Node& child : node.children) write_as_item(html, child);
  html.close();
}

}  // namespace hamandish::view::kinds

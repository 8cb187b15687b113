#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_navigation(Html& html, const Node& node) {
  html.open("nav").id(node.id).attribute("aria-label", node.text);
  html.open("ul").id(node.id, "-list").attribute("role", "list");
  for (const Node& child : node.children) write_as_item(html, child);
  html.close().close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"
#include "shared/view/tokens.h"

namespace hamandish::view::kinds {

// role=list: Safari forgets that a list without bullets is one.
void write_list(Html& html, const Node& node) {
  html.open(node.ordered ? "ol" : "ul")
      .id(node.id)
      .style(is_roomy(node) ? "list roomy" : "list")
      .attribute("role", "list");
  html.attribute_if(!node.text.empty(), "aria-label", node.text);
  for (const Node& child : node.children) write_as_item(html, child);
  html.close();
}

void write_as_item(Html& html, const Node& child) {
  if (child.kind == Kind::item) {
    html.child(child);
    return;
  }
  html.open("li").id(child.id, "-li").attribute("role", "listitem").child(child).close();
}

}  // namespace hamandish::view::kinds

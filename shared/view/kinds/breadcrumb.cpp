#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_breadcrumb(Html& html, const Node& node) {
  write_link_row(html, node, "crumbs");
}

void write_link_row(Html& html, const Node& node, std::string_view name) {
  html.open("nav").id(node.id).attribute("aria-label", node.text);
  html.open("ul").id(node.id, "-list").style(name).attribute("role", "list");
  for (const Node& child : node.children) write_as_item(html, child);
  html.close().close();
}

}  // namespace hamandish::view::kinds

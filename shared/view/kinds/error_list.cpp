#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_error_list(Html& html, const Node& node) {
  html.open("div").id(node.id).style("errors").attribute("role", "alert").attribute("tabindex", "-1");
  html.open("h2").id(node.id, "-text").text(node.text).close();
  html.open("ul").id(node.id, "-list").attribute("role", "list");
  for (const Node& child : node.children) write_as_item(html, child);
  html.close().close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_checkbox(Html& html, const Node& node) {
  const bool toggle = node.kind == Kind::toggle;
  open_field(html, node, toggle ? "check toggle" : "check");
  html.open("input").id(node.id).attribute("name", node.id).attribute("type", "checkbox").attribute("value", "1");
  html.attribute_if(toggle, "role", "switch");
  field_attributes(html, node);
  html.flag_if(node.checked, "checked").close_empty();
  write_label(html, node);
  write_help(html, node);
  write_error(html, node);
  html.close();
}

}  // namespace hamandish::view::kinds

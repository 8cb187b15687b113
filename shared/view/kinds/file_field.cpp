#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// The label looks like the button and opens the same dialog; the input beside it shows, without JavaScript too, what
// was chosen. Its accessible name is the label's text. The files that were uploaded already follow as a list.
void write_file_field(Html& html, const Node& node) {
  open_field(html, node, "file");
  write_label(html, node);
  html.open("input").id(node.id).attribute("name", node.id).attribute("type", "file");
  html.flag_if(node.multiple, "multiple");
  html.attribute_if(!node.input.accept.empty(), "accept", node.input.accept);
  field_attributes(html, node);
  html.close_empty();
  write_help(html, node);
  if (!node.children.empty()) {
    html.open("ul").id(node.id, "-files").attribute("role", "list").attribute("aria-labelledby", node.id + "-label");
    for (const Node& child : node.children) write_as_item(html, child);
    html.close();
  }
  write_error(html, node);
  html.close();
}

}  // namespace hamandish::view::kinds

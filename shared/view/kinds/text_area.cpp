#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_text_area(Html& html, const Node& node) {
  open_field(html, node);
  write_label(html, node);
  write_help(html, node);
  html.open("textarea").id(node.id).attribute("name", node.id);
  html.attribute("rows", std::to_string(node.input.rows > 0 ? node.input.rows : 6));
  input_attributes(html, node);
  field_attributes(html, node);
  // The parser drops one line feed after the start tag (WHATWG HTML 13.2.6.4.7): give it one to drop.
  if (node.value.starts_with('\n')) html.text("\n");
  html.text(node.value).close();
  write_error(html, node);
  html.close();
}

}  // namespace hamandish::view::kinds

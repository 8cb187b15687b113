#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// Takes the focus when a link of the list of errors leads to it.
void write_checkbox_group(Html& html, const Node& node) {
  open_choices(html, node, {}, "group");
  html.attribute("tabindex", "-1");
  write_legend(html, node);
  html.children(node);
  write_error(html, node);
  html.close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_paragraph(Html& html, const Node& node) {
  html.open("p").id(node.id).style("", node.tone).attribute_if(node.ltr, "dir", "ltr").text(node.text).close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_hidden(Html& html, const Node& node) {
  html.open("input").id(node.id).attribute("name", node.id).attribute("type", "hidden");
  html.attribute("value", node.value).close_empty();
}

}  // namespace hamandish::view::kinds

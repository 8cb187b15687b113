#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_actions(Html& html, const Node& node) {
  html.open("div").id(node.id).style("actions").children(node).close();
}

}  // namespace hamandish::view::kinds

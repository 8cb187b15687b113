#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_card(Html& html, const Node& node) {
  html.open("div").id(node.id).style("card", node.tone).children(node).close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_footer(Html& html, const Node& node) {
  html.open("footer").id(node.id).children(node).close();
}

}  // namespace hamandish::view::kinds

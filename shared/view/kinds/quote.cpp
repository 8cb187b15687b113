#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_quote(Html& html, const Node& node) {
  html.open("blockquote").id(node.id).children(node).close();
}

}  // namespace hamandish::view::kinds

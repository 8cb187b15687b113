#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_facts(Html& html, const Node& node) {
  html.open("dl").id(node.id).children(node).close();
}

}  // namespace hamandish::view::kinds

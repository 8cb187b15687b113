#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_badge(Html& html, const Node& node) {
  html.open("span").id(node.id).style("badge", node.tone).text(node.text).close();
}

}  // namespace hamandish::view::kinds

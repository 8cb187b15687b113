#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// In the order of reading, whether they stand below or beside each other.
void write_columns(Html& html, const Node& node) {
  html.open("div").id(node.id).style("columns");
  const auto first = static_cast<std::size_t>(node.level);
  html.open("div").id(node.id, "-first");
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i == first) html.close().open("div").id(node.id, "-second");
    html.child(node.children[i]);
  }
  html.close().close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/actions.h"

#include <algorithm>

#include "shared/view/kinds/kinds.h"

namespace hamandish::view {

bool only_links(const Node& actions) {
  return std::all_of(actions.children.begin(), actions.children.end(),
                     [](const Node& child) { return child.kind == Kind::link; });
}

}  // namespace hamandish::view

namespace hamandish::view::kinds {

void write_actions(Html& html, const Node& node) {
  html.open("div").id(node.id).style(only_links(node) ? "actions links" : "actions").children(node).close();
}

}  // namespace hamandish::view::kinds

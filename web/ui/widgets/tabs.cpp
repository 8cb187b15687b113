#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float gap = 16;

bool is_link(const Node& node) {
  return node.kind == view::Kind::link;
}

}  // namespace

float arrange_tabs(Composer& to, const Node& node, Area area) {
  const auto panel = std::find_if_not(node.children.begin(), node.children.end(), is_link);
  if (panel == node.children.end()) return arrange_link_bar(to, node.children, area);
  const float top = area.y;
  area.y += arrange_link_bar(to, {node.children.data(), static_cast<std::size_t>(panel - node.children.begin())}, area);
  for (auto child = panel; child != node.children.end(); ++child) {
    area.y += gap;
    area.y += to.block(*child, area);
  }
  return area.y - top;
}

}  // namespace hamandish::web

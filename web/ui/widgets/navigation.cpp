#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_navigation(Composer& to, const Node& node, Area area) {
  const std::size_t box = to.placements.size();
  to.place(node.id, {});
  const float height = arrange_link_bar(to, node.children, area);
  to.set_placement(box, {area.x, area.y, area.width, height});
  return height;
}

// The row begins outside its area by a link's padding, so that its first letter stands on the edge.
float arrange_link_bar(Composer& to, std::span<const Node> links, Area area) {
  to.link_place = LinkPlace::navigation;
  const float padding = to.phone() ? tokens::nav_padding_phone : tokens::nav_padding;
  const float height = to.row(links, to.flow.inset(area, -padding, 0), 0);
  to.link_place = LinkPlace::stack;
  return height;
}

}  // namespace hamandish::web

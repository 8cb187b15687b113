#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_navigation(Composer& to, const Node& node, Area area) {
  to.link_place = LinkPlace::navigation;
  // The row begins outside its area by a link's padding, so that its first letter stands on the edge.
  const float padding = to.phone() ? tokens::nav_padding_phone : tokens::nav_padding;
  const Area row = to.flow.inset(area, -padding, 0);
  const std::size_t box = to.placements.size();
  to.place(node.id, {});
  const float height = to.row(node.children, row, 0);
  to.set_placement(box, {row.x, area.y, row.width, height});
  to.link_place = LinkPlace::stack;
  return height;
}

}  // namespace hamandish::web

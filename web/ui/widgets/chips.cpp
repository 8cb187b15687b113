#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_chips(Composer& to, const Node& node, Area area) {
  const LinkPlace around = to.link_place;  // a table's cell, where badges stand in one
  to.link_place = LinkPlace::chip;
  const float height = to.row(node.children, area, 8);
  to.link_place = around;
  return height;
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_chips(Composer& to, const Node& node, Area area) {
  to.link_place = LinkPlace::chip;
  const float height = to.row(node.children, area, 8);
  to.link_place = LinkPlace::stack;
  return height;
}

}  // namespace hamandish::web

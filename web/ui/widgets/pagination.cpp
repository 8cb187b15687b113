#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_pagination(Composer& to, const Node& node, Area area) {
  to.link_place = LinkPlace::page;
  to.paragraph_padding = 6.5F;
  const float height = to.row(node.children, area, 4);
  to.link_place = LinkPlace::stack;
  to.paragraph_padding = 0;
  return height;
}

}  // namespace hamandish::web

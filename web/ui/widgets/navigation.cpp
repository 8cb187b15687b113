#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float link_padding = 12;  // the row begins this much outside, so that its first letter stands on the edge

}  // namespace

float arrange_navigation(Composer& to, const Node& node, Area area) {
  to.link_place = LinkPlace::navigation;
  const float height = to.row(node.children, to.flow.inset(area, -link_padding, 0), 0);
  to.link_place = LinkPlace::stack;
  return height;
}

}  // namespace hamandish::web

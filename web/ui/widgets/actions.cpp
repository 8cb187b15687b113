#include "shared/view/actions.h"

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_actions(Composer& to, const Node& node, Area area) {
  constexpr float link_padding = 12;
  if (view::only_links(node))
    area = to.flow.inset(area, -link_padding, 0);
  else if (!node.children.empty())
    to.edge_link = &node.children.front();
  to.link_place = LinkPlace::actions;
  to.paragraph_padding = 8.5F;
  const float height = to.row(node.children, area, 12);
  to.link_place = LinkPlace::stack;
  to.paragraph_padding = 0;
  return height;
}

}  // namespace hamandish::web

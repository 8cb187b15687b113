#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_group(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  area.y += to.words(node, node.id + "-legend", node.text,
                     {to.phone() ? tokens::phone_headings[1] : tokens::headings[1], Ink::text}, area) +
            tokens::group_gap;
  if (!node.help.empty()) {
    area.y += to.words(node, node.id + "-help", node.help, {tokens::small, Ink::muted}, area) + tokens::group_gap;
  }
  return area.y + to.stack(node.children, area, tokens::group_gap) - top;
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_fact(Composer& to, const Node& node, Area area) {
  const float term = to.words(node, node.id + "-term", node.text, {tokens::small, Ink::muted}, area);
  area.y += term;
  Setting setting;
  setting.ltr = node.ltr;
  return term + to.words(node, node.id, node.value, setting, area);
}

}  // namespace hamandish::web

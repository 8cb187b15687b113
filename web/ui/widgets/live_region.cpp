#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_live_region(Composer& to, const Node& node, Area area) {
  return to.words(node, node.id + "-text", node.text, {tokens::body, ink_of(node.tone)}, area);
}

}  // namespace hamandish::web

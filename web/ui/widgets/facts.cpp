#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_facts(Composer& to, const Node& node, Area area) {
  return to.stack(node.children, area, to.phone() ? 12 : 4);
}

}  // namespace hamandish::web

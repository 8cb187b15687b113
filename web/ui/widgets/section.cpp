#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_section(Composer& to, const Node& node, Area area) {
  return to.stack(node.children, area, tokens::section_gap);
}

}  // namespace hamandish::web

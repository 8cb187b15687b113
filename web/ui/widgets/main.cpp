#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_main(Composer& to, const Node& node, Area area) {
  const float padding = to.phone() ? tokens::main_padding_phone : tokens::main_padding_wide;
  return to.stack(node.children, to.container(area.y + padding), tokens::main_gap) + 2 * padding;
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_form(Composer& to, const Node& node, Area area) {
  return to.stack(node.children, area, tokens::form_gap);
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_heading(Composer& to, const Node& node, Area area) {
  const int level = node.level < 1 ? 1 : node.level > 4 ? 4 : node.level;
  const auto* styles = to.phone() ? tokens::phone_headings : tokens::headings;
  return to.words(node, node.id, node.text, {styles[level - 1], Ink::text}, area);
}

}  // namespace hamandish::web

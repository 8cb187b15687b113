#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

// A short page is as high as the window: its footer stands at the bottom.
float arrange_page(Composer& to, const Node& node, Area area) {
  std::size_t footer_piece = 0;
  std::size_t footer_placement = 0;
  const float top = area.y;
  for (const Node& child : node.children) {
    if (child.kind == view::Kind::footer) {
      footer_piece = to.pieces.size();
      footer_placement = to.placements.size();
    }
    area.y += to.block(child, area);
  }
  const float missing = to.least_height() - (area.y - top);
  if (missing <= 0) return area.y - top;
  if (footer_piece > 0) to.shift(footer_piece, footer_placement, missing);
  return to.least_height();
}

}  // namespace hamandish::web

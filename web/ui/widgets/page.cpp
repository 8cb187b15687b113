#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

bool is_frame(view::Kind kind) {
  return kind == view::Kind::banner || kind == view::Kind::main || kind == view::Kind::footer;
}

}  // namespace

// A short page is as high as the window: its main part is higher then, and its footer stands at the bottom. The three
// parts of the frame are as wide as the window, as in CSS: their DOM nodes must not move at the take-over.
float arrange_page(Composer& to, const Node& node, Area area) {
  std::size_t footer_piece = 0;
  std::size_t footer_placement = 0;
  std::size_t main_placement = 0;
  Rect main{};
  const float top = area.y;
  for (const Node& child : node.children) {
    if (child.kind == view::Kind::footer) {
      footer_piece = to.pieces.size();
      footer_placement = to.placements.size();
    }
    const Rect box{area.x, area.y, area.width, to.block(child, area)};
    if (child.kind == view::Kind::main) {
      main_placement = to.placements.size();
      main = box;
    }
    if (is_frame(child.kind)) to.place(child.id, box);
    area.y += box.height;
  }
  const float missing = to.least_height() - (area.y - top);
  if (missing <= 0) return area.y - top;
  if (main.width > 0) to.set_placement(main_placement, {main.x, main.y, main.width, main.height + missing});
  if (footer_piece > 0) to.shift(footer_piece, footer_placement, missing);
  return to.least_height();
}

}  // namespace hamandish::web

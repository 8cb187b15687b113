#include "shared/text/digits.h"
#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float indent = 24;

void paint_bullet(Painter& painter, const Piece& piece) {
  const Rect& r = piece.rect;
  painter.disc(painter.flow.x({r.x, r.y, r.width}, 9, 0), r.y + tokens::body.line / 2, 3, painter.colours().accent);
}

void paint_number(Painter& painter, const Piece& piece) {
  const Rect& r = piece.rect;
  painter.text(text::persian_number(piece.part), {r.x, r.y, r.width, painter.scaled(tokens::body).line}, tokens::body,
               painter.colours().accent, false, true);
}

}  // namespace

float arrange_list(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  const float gap = view::is_roomy(node) ? 20 : 8;
  int number = 0;
  for (const Node& child : node.children) {
    if (number > 0) area.y += gap;
    const Area marker = to.flow.part(area, 0, indent);
    to.shape(node, node.ordered ? paint_number : paint_bullet, ++number,
             {marker.x, marker.y, marker.width, tokens::body.line});
    area.y += to.block(child, to.flow.inset(area, indent, 0));
  }
  return area.y - top;
}

}  // namespace hamandish::web

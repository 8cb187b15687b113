#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

void paint(Painter& painter, const Piece& piece) {
  paint_frame(painter, piece);
  paint_value(painter, piece, false);
}

}  // namespace

float arrange_text_area(Composer& to, const Node& node, Area area) {
  Area below = arrange_field_head(to, node, area);
  const int rows = node.input.rows > 0 ? node.input.rows : 6;
  const float own = to.control_height(rows);
  const Rect box{below.x, below.y, below.width, to.field_height(node.id, own)};
  to.shape(node, paint, 0, box);
  to.place(node.id, box);
  below.y += box.height;
  return arrange_field_error(to, node, below).y - area.y;
}

}  // namespace hamandish::web

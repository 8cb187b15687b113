#include <algorithm>

#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

void paint(Painter& painter, const Piece& piece) {
  paint_frame(painter, piece);
  paint_value(painter, piece, true);
}

}  // namespace

float arrange_text_field(Composer& to, const Node& node, Area area) {
  Area below = arrange_field_head(to, node, area);
  // A code, a number or an address fills no line: a narrow field says how much is expected.
  const float most = node.input.ltr ? tokens::short_control_max : tokens::column_max;
  const Area control = arrange_tool(to, node, to.flow.part(below, 0, std::min(below.width, most)));
  const Rect box{control.x, control.y, control.width, to.control_height()};
  to.shape(node, paint, 0, box);
  to.place(node.id, box);
  below.y += box.height;
  return arrange_field_error(to, node, below).y - area.y;
}

}  // namespace hamandish::web

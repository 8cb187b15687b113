#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;

namespace {

constexpr float bar = 16;
constexpr float gap = 12;
constexpr float last_share = 0.6F;

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().line, 4);
}

}  // namespace

float arrange_skeleton(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  for (int i = 0; i < node.level; ++i) {
    if (i > 0) area.y += gap;
    const bool last = i > 0 && i + 1 == node.level;
    const Area line = to.flow.part(area, 0, last ? area.width * last_share : area.width);
    to.shape(node, paint, i, {line.x, line.y, line.width, bar});
    area.y += bar;
  }
  to.place(node.id, {area.x, top, area.width, area.y - top});
  return area.y - top;
}

}  // namespace hamandish::web

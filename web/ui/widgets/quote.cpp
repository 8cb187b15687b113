#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float bar = 4;
constexpr float inset = 20;  // the bar included

void paint(Painter& painter, const Piece& piece) {
  painter.fill(painter.flow.start_strip(piece.rect, bar), painter.colours().line, 2);
}

}  // namespace

float arrange_quote(Composer& to, const Node& node, Area area) {
  const std::size_t ground = to.shape(node, paint, 0, {});
  const float height = to.stack(node.children, to.flow.inset(area, inset, 0), tokens::card_gap);
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, tint_of(piece.node->tone, painter.colours()), tokens::radius_card);
  painter.border(piece.rect, painter.colours().line, 1, tokens::radius_card);
}

}  // namespace

float arrange_card(Composer& to, const Node& node, Area area) {
  const std::size_t ground = to.shape(node, paint, 0, {});
  const float padding = to.phone() ? 16 : 24;
  Area inner = to.flow.inset(area, padding, padding);
  inner.y += padding;
  const float height = to.stack(node.children, inner, tokens::card_gap) + 2 * padding;
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float padding = 24;

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().surface);
  painter.fill({piece.rect.x, piece.rect.y, piece.rect.width, 1}, painter.colours().line);
}

}  // namespace

float arrange_footer(Composer& to, const Node& node, Area area) {
  const std::size_t ground = to.shape(node, paint, 0, {});
  to.paragraph_style = tokens::small;
  const float height = to.stack(node.children, to.container(area.y + padding + 1), 8) + 2 * padding + 1;
  to.paragraph_style = tokens::body;
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

}  // namespace hamandish::web

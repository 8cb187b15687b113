#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float padding = 8;
constexpr float band = 4;  // of the accent, along the top of every page
constexpr float name_padding = 6;

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().surface);
  painter.fill({piece.rect.x, piece.rect.y, piece.rect.width, band}, painter.colours().accent);
  painter.fill({piece.rect.x, piece.rect.y + piece.rect.height - 1, piece.rect.width, 1}, painter.colours().line);
}

}  // namespace

float arrange_banner(Composer& to, const Node& node, Area area) {
  const std::size_t ground = to.shape(node, paint, 0, {});
  Area inner = to.container(area.y + band + padding);
  const Setting setting{tokens::headings[2], Ink::text};
  const float width = to.words_width(node.text, setting, inner.width);
  Area name = to.flow.part(inner, 0, width);
  name.y += name_padding;
  const float lines = to.words_height(node.text, setting, name.width);
  const Rect box{name.x, inner.y, name.width, lines + 2 * name_padding};
  to.words_in(node, node.id + "-text", node.text, setting, name, box);
  inner.y += box.height + 4;
  const float height = inner.y + to.stack(node.children, inner, 4) + padding + 1 - area.y;
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

}  // namespace hamandish::web

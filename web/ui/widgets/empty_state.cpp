#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float padding = 24;

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().surface, tokens::radius_card);
  painter.border(piece.rect, painter.colours().line, 1, tokens::radius_card);
}

}  // namespace

float arrange_empty_state(Composer& to, const Node& node, Area area) {
  const std::size_t ground = to.shape(node, paint, 0, {});
  const std::size_t box = to.placements.size();
  to.place(node.id, {});
  Area inner = to.flow.inset(area, padding, padding);
  inner.y += padding;
  inner.y += to.words(node, node.id + "-text", node.text, {tokens::headings[2], Ink::text}, inner);
  if (!node.note.empty()) {
    inner.y += 8;
    inner.y += to.words(node, node.id + "-note", node.note, {tokens::body, Ink::muted}, inner);
  }
  if (!node.children.empty()) inner.y += 8;
  inner.y += to.stack(node.children, inner, 8);
  const Rect rect{area.x, area.y, area.width, inner.y + padding - area.y};
  to.set_rect(ground, rect);
  to.set_placement(box, rect);
  return rect.height;
}

}  // namespace hamandish::web

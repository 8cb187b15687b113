#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float widest = 560;
constexpr float padding = 24;
constexpr float gap = 16;
constexpr float margin = 16;

enum Part { behind, card };

void paint(Painter& painter, const Piece& piece) {
  if (piece.part == behind) {
    painter.veil(piece.rect);
    return;
  }
  painter.fill(piece.rect, painter.colours().surface, tokens::radius_card);
  painter.border(piece.rect, painter.colours().control, 1, tokens::radius_card);
}

}  // namespace

float arrange_dialog(Composer& to, float window_top, float document_height) {
  const Node& node = *to.dialog;
  to.layer = 1;
  const std::size_t veil = to.shape(node, paint, behind, {});
  const std::size_t ground = to.shape(node, paint, card, {});
  const std::size_t box = to.placements.size();
  to.place(node.id, {});
  const std::size_t first_piece = to.pieces.size();
  const float width = std::min(to.page_width() - 2 * margin, widest);
  Rect rect{(to.page_width() - width) / 2, window_top, width, 0};
  Area inner = to.flow.inset({rect.x, rect.y + padding, rect.width}, padding, padding);
  inner.y += to.words(node, node.id + "-text", node.text, {tokens::headings[2], Ink::text}, inner);
  if (!node.children.empty()) inner.y += gap;
  rect.height = inner.y + to.stack(node.children, inner, gap) + padding - rect.y;
  // In the middle of the window; one that is higher begins near its top, and the page scrolls.
  const float down = std::max(margin, (to.least_height() - rect.height) / 2);
  to.shift(first_piece, box + 1, down);
  rect.y += down;
  to.set_rect(ground, rect);
  to.set_placement(box, rect);
  const float height = std::max(document_height, rect.y + rect.height + margin);
  to.set_rect(veil, {0, 0, to.page_width(), height});
  return height;
}

}  // namespace hamandish::web

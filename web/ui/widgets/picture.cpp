#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float widest = 360;
constexpr float height = 240;

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().surface, tokens::radius_control);
  painter.border(piece.rect, painter.colours().line, 1, tokens::radius_control);
}

}  // namespace

// The browser draws the image itself, over its frame.
float arrange_picture(Composer& to, const Node& node, Area area) {
  area = to.flow.part(area, 0, std::min(area.width, widest));
  const Rect box{area.x, area.y, area.width, height};
  to.shape(node, paint, 0, box);
  to.place(node.id, box);
  if (node.note.empty()) return box.height;
  area.y += box.height + 4;
  return box.height + 4 + to.words(node, node.id + "-note", node.note, {tokens::small, Ink::muted}, area);
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float indent = 32;
constexpr float gap = 20;
constexpr float dot_centre = 10;
constexpr float dot_top = 15.5F;

// The rect reaches from this item's top to the next one's.
enum Part { last, not_last };

void paint(Painter& painter, const Piece& piece) {
  const Rect& r = piece.rect;
  const float x = painter.flow.x({r.x, r.y, r.width}, dot_centre, 0);
  const std::uint32_t accent = painter.colours().accent;
  if (piece.part == not_last) painter.fill({x - 1, r.y + dot_top, 2, r.height}, painter.colours().line);
  painter.disc(x, r.y + dot_top, 6, accent);
}

float arrange_event(Composer& to, const Node& item, Area area) {
  const float top = area.y;
  area.y += to.words(item, item.id + "-text", item.text, {tokens::body, ink_of(item.tone)}, area);
  area.y += to.words(item, item.id + "-note", item.note, {tokens::small, Ink::muted}, area);
  area.y += to.words(item, item.id + "-value", item.value, {tokens::body, Ink::text}, area);
  area.y += to.stack(item.children, area, 4);
  return area.y - top;
}

}  // namespace

float arrange_timeline(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  for (const Node& item : node.children) {
    const bool is_last = &item == &node.children.back();
    const std::size_t mark = to.shape(item, paint, is_last ? last : not_last, {});
    const float height = arrange_event(to, item, to.flow.inset(area, indent, 0)) + (is_last ? 0 : gap);
    to.set_rect(mark, {area.x, area.y, area.width, height});
    area.y += height;
  }
  return area.y - top;
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float indent = 24;
constexpr float padding_block = 6.5F;
constexpr float gap = 12;
constexpr float mark_centre = 8;  // from the start
constexpr float mark_reach = 5.66F;

enum Part { closed, open };

// Points to the end when closed and down when open, as style.css has it.
void paint(Painter& painter, const Piece& piece) {
  const Rect& r = piece.rect;
  const auto x = [&](float offset) { return painter.flow.x({r.x, r.y, r.width}, offset, 0); };
  const float y = r.y + r.height / 2;
  const std::uint32_t accent = painter.colours().accent;
  if (piece.part == open) {
    painter.stroke(
        {{x(mark_centre - mark_reach), y}, {x(mark_centre), y + mark_reach}, {x(mark_centre + mark_reach), y}}, accent,
        2);
  } else {
    painter.stroke(
        {{x(mark_centre), y - mark_reach}, {x(mark_centre + mark_reach), y}, {x(mark_centre), y + mark_reach}}, accent,
        2);
  }
}

}  // namespace

float arrange_disclosure(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  const bool is_open = to.is_open(node);
  const Setting setting{tokens::body, Ink::accent};
  Area words = to.flow.inset(area, indent, 0);
  words.y += padding_block;
  const Rect box{area.x, area.y, area.width, to.words_height(node.text, setting, words.width) + 2 * padding_block};
  to.shape(node, paint, is_open ? open : closed, {box.x, box.y, box.width, tokens::body.line + 2 * padding_block});
  to.words_in(node, node.id + "-summary", node.text, setting, words, box);
  area.y += box.height;
  if (!is_open) return area.y - top;
  Area body = to.flow.inset(area, indent, 0);
  return area.y + to.stack(node.children, body, gap) - top;
}

}  // namespace hamandish::web

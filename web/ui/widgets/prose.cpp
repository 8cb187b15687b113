#include <algorithm>
#include <cmath>

#include "shared/text/utf8.h"
#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Kind;
using view::Node;
namespace tokens = view::tokens;

namespace {

// Gives the parts of a prose with the characters [begin, end) of the whole that they are.
template <class Does>
void each_part(const Node& prose, Does&& does) {
  std::uint32_t begin = 0;
  for (const Node& part : prose.children) {
    const auto end = begin + static_cast<std::uint32_t>(text::count_scalars(part.text));
    does(part, begin, end);
    begin = end;
  }
}

void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  each_part(*piece.node, [&](const Node& part, std::uint32_t begin, std::uint32_t end) {
    const bool is_link = part.kind == Kind::link;
    const bool is_strong = part.tone == view::Tone::primary;
    painter.part(piece, {begin, end, is_link ? colours.accent : colours.text, is_strong ? tokens::heft : 0,
                         is_link && !painter.hovered(part)});
  });
}

}  // namespace

float arrange_prose(Composer& to, const Node& node, Area area) {
  std::string text;
  for (const Node& part : node.children) text += part.text;
  if (text.empty()) return 0;
  const float height = to.words(node, node.id, text, {to.paragraph_style}, area);
  const Piece& piece = to.pieces.back();
  to.pieces.back().paint = paint;
  // The parts are elements in the mirror, and the browser breaks its lines by itself: it needs the whole width.
  Placement& placement = to.placements.back();
  placement.text_x = area.x;
  placement.text_width = area.width;
  each_part(node, [&](const Node& part, std::uint32_t begin, std::uint32_t end) {
    if (part.kind != Kind::link) return;
    Rect round;
    each_stretch(piece, begin, end, [&](const Rect& rect, std::uint32_t, std::uint32_t) {
      if (round.width == 0) round = rect;
      const float right = std::max(round.x + round.width, rect.x + rect.width);
      round.x = std::min(round.x, rect.x);
      round.width = right - round.x;
      round.height = rect.y + rect.height - round.y;
    });
    to.place(part.id, round);
    to.placements.back().in_text = true;
  });
  return height;
}

}  // namespace hamandish::web

#include <string>
#include <vector>

#include "shared/text/utf8.h"
#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

// What was removed is struck out, what was added underlined, each on its tint: told by more than colour.
void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  std::uint32_t begin = 0;
  for (const Node& part : piece.node->children) {
    const auto end = begin + static_cast<std::uint32_t>(text::count_scalars(part.text));
    if (part.tone != view::Tone::neutral) {
      const bool removed = part.tone == view::Tone::danger;
      painter.mark(piece, {begin, end, removed ? colours.danger_tint : colours.success_tint,
                           removed ? colours.danger : colours.success, removed});
    }
    begin = end;
  }
  painter.words(*piece.words, piece.rect, piece.style, piece.align, colours.text, false);
}

}  // namespace

float arrange_revision(Composer& to, const Node& node, Area area) {
  std::string text;
  for (const Node& part : node.children) text += part.text;
  if (text.empty()) return 0;
  const float height = to.words(node, node.id, text, {}, area);
  to.pieces.back().paint = paint;
  // The browser breaks the lines of the mirror by itself here, because its parts are elements: it needs the whole width.
  Placement& placement = to.placements.back();
  placement.text_x = area.x;
  placement.text_width = area.width;
  return height;
}

}  // namespace hamandish::web

// What the layout of a page leaves behind: a flat list of pieces in painting order. A piece is a line-broken text or a
// shape that its widget paints; it keeps its node, so that painting can look up hover, focus and live values.
#pragma once

#include <cstdint>
#include <string>

#include "shared/view/node.h"
#include "shared/view/tokens.h"
#include "web/text/layout.h"
#include "web/ui/flow.h"
#include "web/ui/theme.h"
#include "web/ui/ui.h"

namespace hamandish::web {

class Painter;
struct Piece;

using Paint = void (*)(Painter& painter, const Piece& piece);

enum class Align : std::uint8_t { start, centre };

struct Piece {
  const view::Node* node = nullptr;
  Rect rect;                            // of a text: its lines, full width of their area
  Paint paint = nullptr;                // nullptr: a plain text
  std::int32_t part = 0;                // which of its shapes; the widget's own numbering
  const text::Layout* words = nullptr;  // owned by the layout cache, lives until the next layout
  view::tokens::TextStyle style{};
  Ink ink = Ink::text;
  Align align = Align::start;
  bool underline = false;
  std::uint8_t layer = 0;  // 1: over the page (a dialog and what is behind it)
};

// Where the characters [begin, end) of a piece's words stand: does(rectangle, first glyph, glyph after the last) for each
// stretch of neighbours on a line. The rectangle is as high as the line.
template <class Does>
void each_stretch(const Piece& piece, std::uint32_t begin, std::uint32_t end, Does&& does) {
  const auto& glyphs = piece.words->glyphs;
  const auto belongs = [&](std::uint32_t at) { return glyphs[at].character >= begin && glyphs[at].character < end; };
  Rect rect = {0, piece.rect.y, 0, piece.style.line};
  for (const text::Line& line : piece.words->lines) {
    const float x = Flow{true}.x({piece.rect.x, rect.y, piece.rect.width}, 0, line.width);
    for (std::uint32_t i = line.glyph_begin; i < line.glyph_end;) {
      const std::uint32_t first = i;
      if (!belongs(i++)) continue;
      while (i < line.glyph_end && belongs(i)) ++i;
      rect.x = x + glyphs[first].x;
      rect.width = (i < line.glyph_end ? x + glyphs[i].x : x + line.width) - rect.x;
      does(rect, first, i);
    }
    rect.y += rect.height;
  }
}

}  // namespace hamandish::web

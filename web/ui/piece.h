// What the layout of a page leaves behind: a flat list of pieces in painting order. A piece is a line-broken text or a
// shape that its widget paints; it keeps its node, so that painting can look up hover, focus and live values.
#pragma once

#include <cstdint>
#include <string>

#include "shared/view/node.h"
#include "shared/view/tokens.h"
#include "web/text/layout.h"
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

}  // namespace hamandish::web

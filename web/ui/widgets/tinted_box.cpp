#include "web/ui/widgets/tinted_box.h"

namespace hamandish::web {
namespace {

void paint_box(Painter& painter, const Rect& rect, view::Tone tone) {
  constexpr float bar = 4;
  const Palette& colours = painter.colours();
  if (tone == view::Tone::neutral) tone = view::Tone::primary;
  painter.fill(rect, tint_of(tone, colours), view::tokens::radius_control);
  painter.fill(painter.flow.start_strip(rect, bar), colour_of(ink_of(tone), colours), 2);
}

}  // namespace

void paint_tinted_box(Painter& painter, const Piece& piece) {
  paint_box(painter, piece.rect, piece.node->tone);
}

void paint_danger_box(Painter& painter, const Piece& piece) {
  paint_box(painter, piece.rect, view::Tone::danger);
}

}  // namespace hamandish::web

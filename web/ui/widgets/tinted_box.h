// The ground of a notice and of the list of errors: the tint of a tone with a bar of its colour at the start.
#pragma once

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

inline constexpr float tinted_padding = 16;  // the bar included

void paint_tinted_box(Painter& painter, const Piece& piece);  // the piece's node tells the tone
void paint_danger_box(Painter& painter, const Piece& piece);

}  // namespace hamandish::web

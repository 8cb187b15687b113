// Placements of web/ui as one block of numbers and one string, the form in which they cross to JavaScript
// (web/mirror/mirror.js): reading a block is much cheaper there than a call for each element.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "web/ui/ui.h"

namespace hamandish::web {

struct PackedPlacements {
  // For each: x, y, width, height, font_size, line_height, text_x, text_y, text_width, centred (0 or 1; 2: in_text), the number of
  // line breaks, the line breaks.
  std::vector<float> numbers;
  std::string ids;  // joined by newlines, in the same order
};

PackedPlacements pack(std::span<const Placement> placements);

}  // namespace hamandish::web

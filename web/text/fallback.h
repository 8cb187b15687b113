// What our font lacks (emoji, other scripts) is drawn by the platform: in the browser by a 2D canvas, natively by
// nothing. A hook, so that web/text knows no browser.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hamandish::text {

struct Picture {
  int width = 0;  // device pixels
  int height = 0;
  int left = 0;                    // from the pen to the picture's left edge
  int top = 0;                     // from the baseline up to its upper edge
  bool coloured = false;           // false: only the alpha channel counts and the text's colour is used
  std::vector<std::uint8_t> rgba;  // straight alpha, rows from the top
};

class Fallback {
 public:
  virtual ~Fallback() = default;
  // Advance of one grapheme cluster at this size, CSS pixels.
  virtual float advance(std::u32string_view cluster, float size) = 0;
  // False if it cannot be drawn: nothing is painted then.
  virtual bool draw(std::u32string_view cluster, float device_pixels, Picture& picture) = 0;
};

}  // namespace hamandish::text

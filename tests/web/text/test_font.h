// The subset font that the site ships, for tests of web/text and web/ui. HAMANDISH_FONT is its path.
#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "web/text/fallback.h"
#include "web/text/font.h"

namespace hamandish::text {

inline std::vector<std::uint8_t> font_bytes() {
  std::ifstream file(HAMANDISH_FONT, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return {bytes.begin(), bytes.end()};
}

inline const Font& test_font() {
  static const std::unique_ptr<Font> font = Font::open(font_bytes());
  return *font;
}

class SquareFallback : public Fallback {
 public:
  float advance(std::u32string_view, float size) override { return size; }
  bool draw(std::u32string_view, float device_pixels, Picture& picture) override {
    ++drawn;
    picture.width = picture.height = static_cast<int>(device_pixels);
    picture.coloured = true;
    picture.rgba.assign(static_cast<std::size_t>(picture.width * picture.height) * 4, 255);
    return true;
  }
  int drawn = 0;
};

}  // namespace hamandish::text

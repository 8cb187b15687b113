// One TrueType font: what shaping (HarfBuzz) and rasterising (stb_truetype) need of it. Units of the font are "design
// units", units_per_em() to the em; sizes are CSS pixels per em.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

struct hb_font_t;
struct stbtt_fontinfo;

namespace hamandish::text {

class Font {
 public:
  // Copies the bytes. nullptr if they are no TrueType font with a character map and outlines.
  static std::unique_ptr<Font> open(std::span<const std::uint8_t> ttf);
  ~Font();
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;

  [[nodiscard]] bool has_glyph(char32_t character) const;
  [[nodiscard]] int units_per_em() const { return units_per_em_; }
  // Distance from the top of a line box of this height to the baseline, CSS pixels, as Blink puts it on Linux and
  // Android: half leading (CSS 2, 10.8.1) floored, ascent and descent rounded, a descent that lost by it takes a pixel
  // of the ascent. Where a browser can be asked (web/platform/baseline.h), its answer counts.
  [[nodiscard]] float baseline(float size, float line_height) const;

  [[nodiscard]] hb_font_t* shaper() const { return shaper_; }
  [[nodiscard]] const stbtt_fontinfo& outlines() const { return *outlines_; }

 private:
  Font();
  std::vector<std::uint8_t> bytes_;
  hb_font_t* shaper_ = nullptr;
  std::unique_ptr<stbtt_fontinfo> outlines_;
  int units_per_em_ = 0;
  int ascent_ = 0;
  int descent_ = 0;  // positive downwards
};

}  // namespace hamandish::text

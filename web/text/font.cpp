#include "web/text/font.h"

#include <hb-ot.h>
#include <hb.h>

#include <cmath>

#include "imstb_truetype.h"

namespace hamandish::text {

Font::Font() : outlines_(std::make_unique<stbtt_fontinfo>()) {}

Font::~Font() {
  hb_font_destroy(shaper_);
}

std::unique_ptr<Font> Font::open(std::span<const std::uint8_t> ttf) {
  std::unique_ptr<Font> font(new Font);
  font->bytes_.assign(ttf.begin(), ttf.end());
  // stb_truetype checks no bounds: HarfBuzz, which does, must accept the tables first.
  hb_blob_t* blob =
      hb_blob_create(reinterpret_cast<const char*>(font->bytes_.data()), static_cast<unsigned>(font->bytes_.size()),
                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  font->shaper_ = hb_font_create(face);
  font->units_per_em_ = static_cast<int>(hb_face_get_upem(face));
  const bool usable = hb_face_get_glyph_count(face) > 1;
  hb_face_destroy(face);
  hb_codepoint_t space = 0;
  if (!usable || hb_font_get_nominal_glyph(font->shaper_, ' ', &space) == 0) return nullptr;
  if (stbtt_InitFont(font->outlines_.get(), font->bytes_.data(), 0) == 0) return nullptr;
  hb_font_set_scale(font->shaper_, font->units_per_em_, font->units_per_em_);
  int gap = 0;
  stbtt_GetFontVMetrics(font->outlines_.get(), &font->ascent_, &font->descent_, &gap);
  font->descent_ = -font->descent_;
  return font;
}

bool Font::has_glyph(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(shaper_, character, &glyph) != 0;
}

float Font::baseline(float size, float line_height) const {
  const float scale = size / static_cast<float>(units_per_em_);
  float ascent = std::round(static_cast<float>(ascent_) * scale);
  float descent = std::round(static_cast<float>(descent_) * scale);
  if (descent < static_cast<float>(descent_) * scale) {
    ++descent;
    --ascent;
  }
  return std::floor((line_height - ascent - descent) / 2) + ascent;
}

}  // namespace hamandish::text

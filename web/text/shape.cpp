#include "web/text/shape.h"

#include <hb.h>

#include "web/text/font.h"
#include "web/text/unicode_functions.h"

namespace hamandish::text {

Shaper::Shaper(const Font& font) : font_(font), buffer_(hb_buffer_create()) {
  hb_unicode_funcs_t* unicode = make_unicode_functions();
  hb_buffer_set_unicode_funcs(buffer_, unicode);
  hb_unicode_funcs_destroy(unicode);  // the buffer holds it
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(font.shaper(), 0x2026, &glyph) == 0) return;
  ellipsis_.id = glyph;
  ellipsis_.advance = hb_font_get_glyph_h_advance(font.shaper(), glyph);
}

Shaper::~Shaper() {
  hb_buffer_destroy(buffer_);
}

ShapedRun Shaper::shape(std::u32string_view paragraph, const Run& run) {
  ShapedRun shaped{run, {}};
  if (run.fallback) return shaped;
  ++calls_;
  hb_buffer_clear_contents(buffer_);
  hb_buffer_add_utf32(buffer_, reinterpret_cast<const std::uint32_t*>(paragraph.data()),
                      static_cast<int>(paragraph.size()), run.begin, static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer_, run.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_, static_cast<hb_script_t>(run.script));
  hb_buffer_set_language(buffer_, hb_language_from_string("fa", 2));
  hb_shape(font_.shaper(), buffer_, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
  shaped.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    shaped.glyphs.push_back(
        {infos[i].codepoint, infos[i].cluster, positions[i].x_advance, positions[i].x_offset, positions[i].y_offset});
  }
  return shaped;
}

}  // namespace hamandish::text

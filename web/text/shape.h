// Turns runs into glyphs (HarfBuzz). Everything is in the font's design units, so that one shaping serves every size.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "web/text/itemize.h"

struct hb_buffer_t;

namespace hamandish::text {

struct Glyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  // index of the first character that it stands for
  std::int32_t advance = 0;
  std::int32_t x_offset = 0;
  std::int32_t y_offset = 0;  // upwards
};

struct ShapedRun {
  Run run;
  std::vector<Glyph> glyphs;  // visual order, left to right; empty for a fallback run
};

class Shaper {
 public:
  explicit Shaper(const Font& font);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  // The whole paragraph is given so that letters join across the borders of runs.
  ShapedRun shape(std::u32string_view paragraph, const Run& run);
  // The sign that stands for what did not fit.
  [[nodiscard]] const Glyph& ellipsis() const { return ellipsis_; }
  // How many runs have been shaped: tests and the bench see by it that nothing is shaped twice.
  [[nodiscard]] std::uint64_t calls() const { return calls_; }

 private:
  const Font& font_;
  hb_buffer_t* buffer_;
  Glyph ellipsis_;
  std::uint64_t calls_ = 0;
};

}  // namespace hamandish::text

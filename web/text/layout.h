// Puts shaped text on lines. A ShapedText belongs to a text and a direction and serves every size and width; a Layout
// is one size and width of it: lines of glyphs in visual order, ready to be drawn. Line breaking follows CSS
// white-space: pre-wrap: line feeds end a line, spaces at a line's end hang and count for nothing. A text that has more
// lines than it may have ends with an ellipsis, at its logical end: on the left of a right-to-left line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/text/bidi.h"
#include "web/text/line_break.h"
#include "web/text/shape.h"

namespace hamandish::text {

class Fallback;

struct ShapedText {
  std::u32string characters;
  Direction direction = Direction::rtl;
  std::vector<ShapedRun> runs;  // logical order, over all paragraphs
  std::vector<Break> breaks;    // per character
  int units_per_em = 1;
  Glyph ellipsis;
  // Per character, in design units: the sum of the advances of its cluster at the cluster's first character, 0 at the
  // others. Fallback clusters are 0 here: their width depends on the size.
  std::vector<std::int32_t> advances;
};

struct PlacedGlyph {
  std::uint32_t id = 0;  // of the font; for a fallback glyph the index into Layout::clusters
  bool fallback = false;
  float x = 0;                  // pen position, CSS pixels from the left edge of its line's ink
  float y = 0;                  // downwards from the baseline
  std::uint32_t character = 0;  // index of the first that it stands for; of the ellipsis: none
};

struct Line {
  std::uint32_t begin = 0;  // characters, without the spaces that hang at the end
  std::uint32_t end = 0;
  std::uint32_t utf16_begin = 0;  // offset into the text as JavaScript counts
  float width = 0;
  std::uint32_t glyph_begin = 0;
  std::uint32_t glyph_end = 0;
};

struct Layout {
  float size = 0;
  float width = 0;  // of the widest line
  Direction direction = Direction::rtl;
  bool cut = false;         // ends with an ellipsis: part of the text is not shown
  std::vector<Line> lines;  // at least one
  std::vector<PlacedGlyph> glyphs;
  std::vector<std::u32string> clusters;  // what the fallback has to draw
};

ShapedText shape_text(std::string_view utf8, Direction direction, const Font& font, Shaper& shaper);

inline constexpr std::uint32_t any_number_of_lines = 0xffffffff;

// max_width in CSS pixels; a word that is wider than a line breaks between grapheme clusters. max_lines: at least 1.
Layout lay_out(const ShapedText& text, float size, float max_width, Fallback& fallback,
               std::uint32_t max_lines = any_number_of_lines);

}  // namespace hamandish::text

#include "web/text/layout.h"

#include <algorithm>

#include "shared/text/utf8.h"
#include "web/text/fallback.h"
#include "web/text/font.h"

namespace hamandish::text {
namespace {

bool ends_paragraph(char32_t c) {
  return c == '\n' || c == 0x2029;
}

bool hangs(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || ends_paragraph(c);
}

// The bidi algorithm works paragraph by paragraph; positions in the runs are those of the whole text.
void shape_paragraph(ShapedText& text, std::uint32_t begin, std::uint32_t end, const Font& font, Shaper& shaper) {
  const auto paragraph = std::u32string_view(text.characters).substr(begin, end - begin);
  const std::vector<Level> levels = bidi_levels(paragraph, text.direction);
  for (const Run& run : itemize(paragraph, levels, font)) {
    ShapedRun shaped = shaper.shape(paragraph, run);
    shaped.run.begin += begin;
    shaped.run.end += begin;
    for (Glyph& glyph : shaped.glyphs) {
      glyph.cluster += begin;
      text.advances[glyph.cluster] += glyph.advance;
    }
    text.runs.push_back(std::move(shaped));
  }
}

// A walk over the characters that finds where each line begins.
class Breaker {
 public:
  Breaker(const ShapedText& text, const std::vector<float>& widths, float max_width)
      : text_(text), widths_(widths), max_width_(max_width + 1.0F / 64) {}  // Blink counts in 64ths of a pixel

  std::vector<std::uint32_t> line_begins() {
    begins_ = {0};
    for (std::uint32_t i = 0; i < text_.characters.size(); ++i) step(i);
    return std::move(begins_);
  }

 private:
  void step(std::uint32_t i) {
    const bool space = hangs(text_.characters[i]);
    if (!space && pen_ + widths_[i] > max_width_ && i > begins_.back()) wrap(i);
    pen_ += widths_[i];
    if (text_.breaks[i] == Break::mandatory) {
      begin_line(i + 1, i + 1);
    } else if (text_.breaks[i] == Break::allowed) {
      opportunity_ = i + 1;
    }
  }

  void wrap(std::uint32_t i) {
    if (opportunity_ > begins_.back()) {
      begin_line(opportunity_, i);
      if (pen_ + widths_[i] <= max_width_ || i == begins_.back()) return;
    }
    // Not even the word alone fits: it breaks before this cluster.
    if (widths_[i] > 0) begin_line(i, i);
  }

  void begin_line(std::uint32_t at, std::uint32_t upto) {
    begins_.push_back(at);
    opportunity_ = at;
    pen_ = 0;
    for (std::uint32_t i = at; i < upto; ++i) pen_ += widths_[i];
  }

  const ShapedText& text_;
  const std::vector<float>& widths_;
  float max_width_;
  float pen_ = 0;
  std::uint32_t opportunity_ = 0;
  std::vector<std::uint32_t> begins_;
};

std::vector<float> character_widths(const ShapedText& text, float size, Fallback& fallback) {
  const float scale = size / static_cast<float>(text.units_per_em);
  std::vector<float> widths(text.advances.size());
  std::transform(text.advances.begin(), text.advances.end(), widths.begin(),
                 [scale](std::int32_t advance) { return static_cast<float>(advance) * scale; });
  for (const ShapedRun& shaped : text.runs) {
    if (!shaped.run.fallback) continue;
    const auto cluster =
        std::u32string_view(text.characters).substr(shaped.run.begin, shaped.run.end - shaped.run.begin);
    widths[shaped.run.begin] = fallback.advance(cluster, size);
  }
  return widths;
}

// The runs that lie on a line, first to last in logical order, as indices.
std::vector<std::uint32_t> runs_on(const ShapedText& text, const Line& line) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < text.runs.size(); ++i) {
    if (text.runs[i].run.begin < line.end && text.runs[i].run.end > line.begin) found.push_back(i);
  }
  return found;
}

float place_run(const ShapedText& text, const ShapedRun& shaped, const Line& line, float pen,
                const std::vector<float>& widths, Layout& layout) {
  if (shaped.run.fallback) {
    layout.glyphs.push_back({static_cast<std::uint32_t>(layout.clusters.size()), true, pen, 0, shaped.run.begin});
    layout.clusters.push_back(text.characters.substr(shaped.run.begin, shaped.run.end - shaped.run.begin));
    return pen + widths[shaped.run.begin];
  }
  const float scale = layout.size / static_cast<float>(text.units_per_em);
  for (const Glyph& glyph : shaped.glyphs) {
    if (glyph.cluster < line.begin || glyph.cluster >= line.end) continue;
    layout.glyphs.push_back({glyph.id, false, pen + static_cast<float>(glyph.x_offset) * scale,
                             static_cast<float>(-glyph.y_offset) * scale, glyph.cluster});
    pen += static_cast<float>(glyph.advance) * scale;
  }
  return pen;
}

float ellipsis_width(const ShapedText& text, float size) {
  return static_cast<float>(text.ellipsis.advance) * size / static_cast<float>(text.units_per_em);
}

// The ellipsis follows the text in its direction, whatever the last words' own: at the line's end.
float place_ellipsis(const ShapedText& text, float pen, Layout& layout) {
  layout.glyphs.push_back({text.ellipsis.id, false, pen, 0, 0xffffffff});
  return pen + ellipsis_width(text, layout.size);
}

void place_line(const ShapedText& text, Line& line, const std::vector<float>& widths, bool cut, Layout& layout) {
  const std::vector<std::uint32_t> indices = runs_on(text, line);
  std::vector<Level> levels;
  levels.reserve(indices.size());
  for (const std::uint32_t index : indices) levels.push_back(text.runs[index].run.level);
  line.glyph_begin = static_cast<std::uint32_t>(layout.glyphs.size());
  float pen = 0;
  if (cut && text.direction == Direction::rtl) pen = place_ellipsis(text, pen, layout);
  for (const std::uint32_t position : visual_order(levels)) {
    pen = place_run(text, text.runs[indices[position]], line, pen, widths, layout);
  }
  if (cut && text.direction == Direction::ltr) pen = place_ellipsis(text, pen, layout);
  line.glyph_end = static_cast<std::uint32_t>(layout.glyphs.size());
  line.width = pen;
  layout.width = std::max(layout.width, pen);
}

// Where a line that begins here must end so that an ellipsis has room after it; clusters stay whole.
std::uint32_t end_before_ellipsis(const ShapedText& text, std::uint32_t begin, const std::vector<float>& widths,
                                  float room) {
  std::uint32_t end = begin;
  float pen = 0;
  for (std::uint32_t i = begin; i < widths.size() && text.breaks[i] != Break::mandatory; ++i) {
    pen += widths[i];
    if (pen > room) break;
    // The characters of a cluster behind its first have no width of their own.
    if (i + 1 == widths.size() || widths[i + 1] > 0 || hangs(text.characters[i + 1])) end = i + 1;
  }
  while (end > begin && hangs(text.characters[end - 1])) --end;
  return end;
}

std::uint32_t utf16_length(std::u32string_view text) {
  std::uint32_t length = 0;
  for (const char32_t c : text) length += c > 0xffff ? 2 : 1;
  return length;
}

}  // namespace

ShapedText shape_text(std::string_view utf8, Direction direction, const Font& font, Shaper& shaper) {
  ShapedText text;
  text.characters = to_scalars(utf8);
  text.direction = direction;
  text.breaks = line_breaks(text.characters);
  text.advances.assign(text.characters.size(), 0);
  text.units_per_em = font.units_per_em();
  text.ellipsis = shaper.ellipsis();
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= text.characters.size(); ++i) {
    if (i < text.characters.size() && !ends_paragraph(text.characters[i])) continue;
    if (i > begin) shape_paragraph(text, begin, i, font, shaper);
    begin = i + 1;
  }
  return text;
}

Layout lay_out(const ShapedText& text, float size, float max_width, Fallback& fallback, std::uint32_t max_lines) {
  const std::vector<float> widths = character_widths(text, size, fallback);
  std::vector<std::uint32_t> begins = Breaker(text, widths, max_width).line_begins();
  Layout layout;
  layout.cut = begins.size() > max_lines;
  if (layout.cut) begins.resize(max_lines);
  layout.size = size;
  layout.direction = text.direction;
  std::uint32_t utf16 = 0;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const auto next = i + 1 < begins.size() ? begins[i + 1] : static_cast<std::uint32_t>(text.characters.size());
    Line line;
    line.begin = begins[i];
    line.end = next;
    line.utf16_begin = utf16;
    utf16 += utf16_length(std::u32string_view(text.characters).substr(line.begin, next - line.begin));
    while (line.end > line.begin && hangs(text.characters[line.end - 1])) --line.end;
    const bool cut = layout.cut && i + 1 == begins.size();
    if (cut) line.end = end_before_ellipsis(text, line.begin, widths, max_width - ellipsis_width(text, size));
    place_line(text, line, widths, cut, layout);
    layout.lines.push_back(line);
  }
  return layout;
}

}  // namespace hamandish::text

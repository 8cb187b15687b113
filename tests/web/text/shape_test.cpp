#include "web/text/shape.h"

#include <doctest/doctest.h>

#include "tests/web/text/test_font.h"
#include "web/text/layout.h"

using namespace hamandish::text;

TEST_CASE("letters join across a change of script and of font") {
  Shaper shaper(test_font());
  const ShapedText joined = shape_text("سلام", Direction::rtl, test_font(), shaper);
  const ShapedText parted = shape_text("س‌ل‌ا‌م", Direction::rtl, test_font(), shaper);
  CHECK(joined.runs.front().glyphs.back().id != parted.runs.front().glyphs.back().id);
}

TEST_CASE("what the font lacks becomes one run for each grapheme cluster") {
  Shaper shaper(test_font());
  const ShapedText text = shape_text("سلام 👨‍👩‍👧 漢字", Direction::rtl, test_font(), shaper);
  int fallbacks = 0;
  for (const ShapedRun& run : text.runs) {
    if (!run.run.fallback) continue;
    ++fallbacks;
    CHECK(run.glyphs.empty());
  }
  CHECK(fallbacks == 3);  // a family, two characters
}

TEST_CASE("emoji of every make are one picture each") {
  Shaper shaper(test_font());
  for (const std::string_view emoji : {"😀", "👍🏽", "❤️", "1️⃣", "🇮🇷", "👩‍🌾",
                                       "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "©️", "☎"}) {
    CAPTURE(emoji);
    const ShapedText text = shape_text("الف " + std::string(emoji) + " ب", Direction::rtl, test_font(), shaper);
    int fallbacks = 0;
    for (const ShapedRun& run : text.runs) fallbacks += run.run.fallback ? 1 : 0;
    CHECK(fallbacks == 1);
  }
}

TEST_CASE("a file that is no font is refused") {
  CHECK(Font::open({}) == nullptr);
  std::vector<std::uint8_t> noise(5000, 0x5a);
  CHECK(Font::open(noise) == nullptr);
  std::vector<std::uint8_t> cut = font_bytes();
  cut.resize(200);
  CHECK(Font::open(cut) == nullptr);
}

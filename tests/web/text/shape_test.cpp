#include "web/text/shape.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>

#include "shared/text/utf8.h"
#include "tests/web/text/test_font.h"
#include "web/text/layout.h"

using namespace hamandish::text;

namespace {

std::string ours(const ShapedRun& run) {
  std::string out = "[";
  for (const Glyph& glyph : run.glyphs) {
    if (out.size() > 1) out += '|';
    out += std::to_string(glyph.id) + "=" + std::to_string(glyph.cluster - run.run.begin);
    if (glyph.x_offset != 0 || glyph.y_offset != 0) {
      out += "@" + std::to_string(glyph.x_offset) + "," + std::to_string(glyph.y_offset);
    }
    out += "+" + std::to_string(glyph.advance);
  }
  return out + "]";
}

std::string code_points(std::u32string_view text) {
  std::string out;
  std::array<char, 16> buffer{};
  for (const char32_t c : text) {
    std::snprintf(buffer.data(), buffer.size(), "%sU+%04X", out.empty() ? "" : ",", static_cast<unsigned>(c));
    out += buffer.data();
  }
  return out;
}

// What Debian's hb-shape (another version of HarfBuzz, with everything compiled in) makes of the same run in its
// context.
std::string theirs(std::u32string_view text, const Run& run) {
  const char tag[5] = {static_cast<char>(run.script >> 24U), static_cast<char>(run.script >> 16U),
                       static_cast<char>(run.script >> 8U), static_cast<char>(run.script), 0};
  std::string command = std::string("hb-shape --no-glyph-names --language=fa --script=") + tag +
                        (run.level % 2 == 1 ? " --direction=rtl" : " --direction=ltr");
  const std::string before = code_points(text.substr(0, run.begin));
  const std::string after = code_points(text.substr(run.end));
  if (!before.empty()) command += " --unicodes-before=" + before;
  if (!after.empty()) command += " --unicodes-after=" + after;
  command += " --unicodes=" + code_points(text.substr(run.begin, run.end - run.begin)) + " " HAMANDISH_FONT;
  FILE* pipe = popen(command.c_str(), "r");
  std::string out;
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) out += buffer.data();
  REQUIRE(pclose(pipe) == 0);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("shaping equals hb-shape, glyph for glyph") {
  const std::string_view lines[] = {
      "به سامانهٔ هم‌اندیش خوش آمدید",
      "الله لا اله، لله، محمّد، کَتَبَ، اِنَّ، مؤمن، قرآن",
      "می‌خواهم شکایتی دربارهٔ «نهاده‌های دامی» ثبت کنم.",
      "كتاب يك عربي، ة و ى و ۀ",
      "مبلغ ۱٬۲۳۴٫۵۶ ریال (٪۱۲) در تاریخ ۱۴۰۵/۰۸/۳۰ به شماره \u2066056-32234455\u2069 پرداخت شد",
      "نشانی: \u2066https://example.ir/track?code=12\u2069 و \u2066info@example.ir\u2069",
      "راه و رود، را، وا، دور، آژانس",
      "نرم‌افزار Windows نسخهٔ 10 (64-bit) خراب است!",
      "ط\u0640\u0640\u0640ولانی، بسـیـار",
      "١٢٣ و ۱۲۳ و 123",
  };
  Shaper shaper(test_font());
  for (const std::string_view line : lines) {
    const ShapedText text = shape_text(line, Direction::rtl, test_font(), shaper);
    for (const ShapedRun& run : text.runs) {
      INFO(line);
      CHECK(ours(run) == theirs(text.characters, run.run));
    }
  }
}

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

TEST_CASE("a file that is no font is refused") {
  CHECK(Font::open({}) == nullptr);
  std::vector<std::uint8_t> noise(5000, 0x5a);
  CHECK(Font::open(noise) == nullptr);
  std::vector<std::uint8_t> cut = font_bytes();
  cut.resize(200);
  CHECK(Font::open(cut) == nullptr);
}

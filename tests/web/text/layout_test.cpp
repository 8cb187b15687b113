#include "web/text/layout.h"

#include <doctest/doctest.h>

#include "shared/text/utf8.h"
#include "tests/web/text/test_font.h"
#include "web/text/glyph_atlas.h"
#include "web/text/layout_cache.h"

using namespace hamandish::text;

namespace {

constexpr std::string_view prose =
    "سازمان جهاد کشاورزی خراسان جنوبی از شما می‌خواهد که پیش از ثبت شکایت، مدارک خود (کارت ملی، سند مالکیت و نامهٔ "
    "دهیاری) "
    "را آماده کنید؛ پاسخ ظرف ۱۰ روز کاری به شمارهٔ \u206609151234567\u2069 پیامک "
    "می‌شود.";

struct Bench {
  SquareFallback fallback;
  LayoutCache cache{test_font(), fallback};
  const Layout& get(std::string_view text, float width, Direction direction = Direction::rtl, float size = 17) {
    return cache.get(text, size, width, direction);
  }
};

}  // namespace

TEST_CASE("lines fit, cover the text in order and lose nothing") {
  Bench bench;
  const std::u32string characters = to_scalars(prose);
  for (const float width : {120.0F, 200.0F, 328.0F, 720.0F}) {
    const Layout& layout = bench.get(prose, width);
    REQUIRE(layout.lines.size() > 1);
    std::uint32_t at = 0;
    for (const Line& line : layout.lines) {
      CHECK(line.width <= width + 0.02F);
      for (; at < line.begin; ++at) CHECK(characters[at] == U' ');
      at = line.end;
    }
    CHECK(at == characters.size());
  }
}

TEST_CASE("the first line is as full as it can be") {
  Bench bench;
  const Layout& layout = bench.get(prose, 328);
  const std::u32string characters = to_scalars(prose);
  const Line& first = layout.lines.front();
  std::uint32_t next = first.end + 1;
  while (next < characters.size() && characters[next] != U' ') ++next;
  const std::string longer = to_utf8(std::u32string_view(characters).substr(0, next));
  CHECK(bench.get(longer, 1e6F).width > 328);
}

TEST_CASE("line feeds end lines, empty lines stay") {
  Bench bench;
  const Layout& layout = bench.get("یک\n\nسه", 1000);
  REQUIRE(layout.lines.size() == 3);
  CHECK(layout.lines[1].glyph_begin == layout.lines[1].glyph_end);
  CHECK(layout.lines[2].utf16_begin == 4);
  CHECK(bench.get("", 100).lines.size() == 1);
}

TEST_CASE("offsets are those of JavaScript: an emoji counts two") {
  Bench bench;
  const Layout& layout = bench.get("😀😀 سلام", 40);
  REQUIRE(layout.lines.size() == 2);
  CHECK(layout.lines[1].utf16_begin == 5);
}

TEST_CASE("a word wider than the line breaks between clusters, never inside one") {
  Bench bench;
  const std::string_view address = "https://example.ir/a/very/long/address/that/never/ends/at/all";
  const Layout& layout = bench.get(address, 100, Direction::ltr);
  CHECK(layout.lines.size() > 3);
  for (const Line& line : layout.lines) CHECK(line.width <= 100.02F);
  const Layout& marked = bench.get("بَبَبَبَبَبَبَبَبَبَبَ", 40);
  const std::u32string characters = to_scalars("بَبَبَبَبَبَبَبَبَبَبَ");
  for (const Line& line : marked.lines) CHECK(characters[line.begin] == U'ب');
  // Narrower than a single letter: one letter a line, and an end.
  CHECK(bench.get("سلام", 1).lines.size() == 3);  // lam and alef are one
}

TEST_CASE("what does not fit ends with an ellipsis, at the logical end") {
  Bench bench;
  const Layout& rtl = bench.cache.get(prose, 17, 200, Direction::rtl, 2);
  REQUIRE(rtl.lines.size() == 2);
  CHECK(rtl.cut);
  const Line& last = rtl.lines.back();
  CHECK(last.width <= 200);
  CHECK(last.width > 180);
  const std::uint32_t ellipsis = bench.get("…", 1e6F).glyphs.front().id;
  CHECK(rtl.glyphs[last.glyph_begin].id == ellipsis);  // leftmost
  CHECK(rtl.glyphs[last.glyph_begin].x == 0);
  const Layout& ltr = bench.cache.get("https://example.ir/a/very/long/address", 17, 120, Direction::ltr, 1);
  REQUIRE(ltr.lines.size() == 1);
  CHECK(ltr.lines[0].width <= 120);
  CHECK(ltr.glyphs.back().id == ellipsis);  // rightmost
  // A Latin ending does not take the ellipsis with it.
  const Layout& mixed = bench.cache.get("نسخهٔ Windows 11 Professional", 17, 140, Direction::rtl, 1);
  CHECK(mixed.glyphs.front().id == ellipsis);
  const Layout& fits = bench.cache.get("سلام", 17, 200, Direction::rtl, 1);
  CHECK_FALSE(fits.cut);
  const Layout& two = bench.cache.get("یک\nدو", 17, 200, Direction::rtl, 1);
  CHECK(two.cut);
  CHECK(two.lines.front().end == 2);
  // Not even the ellipsis fits: it alone is drawn.
  CHECK(bench.cache.get("سلام سلام", 17, 3, Direction::rtl, 1).lines.front().glyph_end == 1);
}

TEST_CASE("a letter keeps its harakat, and an emoji its parts, before an ellipsis") {
  Bench bench;
  for (float width = 20; width < 200; width += 3) {
    const Layout& layout =
        bench.cache.get("مُحَمَّد بَبَبَبَ 👨‍👩‍👧👨‍👩‍👧 کَتَبَ", 17,
                        width, Direction::rtl, 1);
    if (!layout.cut) continue;
    const std::u32string characters =
        to_scalars("مُحَمَّد بَبَبَبَ 👨‍👩‍👧👨‍👩‍👧 کَتَبَ");
    const std::vector<bool> ends = cluster_ends(characters);
    const std::uint32_t end = layout.lines.front().end;
    CAPTURE(width);
    CHECK((end == 0 || ends[end - 1]));
  }
}

TEST_CASE("a code's groups keep their order inside Persian prose") {
  Bench bench;
  const Layout& layout = bench.get("۱۲۳۴ ۵۶۷۸ ۹۰۱۲", 1e6F, Direction::ltr);
  const Layout& first = bench.get("۱۲۳۴", 1e6F, Direction::ltr);
  REQUIRE(layout.lines.size() == 1);
  for (std::size_t i = 0; i < first.glyphs.size(); ++i) CHECK(layout.glyphs[i].id == first.glyphs[i].id);
}

TEST_CASE("nothing is shaped twice: not for another size, not for another width") {
  Bench bench;
  bench.get(prose, 328);
  const std::uint64_t calls = bench.cache.shape_calls();
  CHECK(calls > 0);
  const Layout* same = &bench.get(prose, 328);
  CHECK(same == &bench.get(prose, 328));
  bench.get(prose, 720);
  bench.get(prose, 328, Direction::rtl, 28);
  CHECK(bench.cache.shape_calls() == calls);
}

TEST_CASE("what two pages did not use is forgotten") {
  Bench bench;
  bench.get("یک", 100);
  bench.cache.next_generation();
  bench.get("دو", 100);
  CHECK(bench.cache.size() == 2);
  bench.cache.next_generation();
  bench.cache.next_generation();
  CHECK(bench.cache.size() == 0);
}

TEST_CASE("an emoji of several people is one picture, at the end of a line too") {
  Bench bench;
  const Layout& layout = bench.get("شرح\nGPS خراب است 👨‍👩‍👧", 300);
  REQUIRE(layout.lines.size() == 2);
  REQUIRE(layout.clusters.size() == 1);
  CHECK(layout.clusters.front() == U"👨‍👩‍👧");
  const Line& last = layout.lines.back();
  int pictures = 0;
  for (std::uint32_t i = last.glyph_begin; i < last.glyph_end; ++i) pictures += layout.glyphs[i].fallback ? 1 : 0;
  CHECK(pictures == 1);
}

TEST_CASE("the atlas draws a glyph once, and says when it is full") {
  GlyphAtlas atlas(test_font());
  (void)atlas.coverage().take_dirty();
  const std::uint32_t alef = Bench().get("ا", 100).glyphs.front().id;
  const Spot* spot = atlas.glyph(alef, 34, 0);
  REQUIRE(spot != nullptr);
  CHECK(spot->box.height > 15);
  CHECK(spot->top < 0);
  int ink = 0;
  for (int x = 0; x < spot->box.width; ++x)
    ink += *atlas.coverage().at(spot->box.x + x, spot->box.y + spot->box.height / 2);
  CHECK(ink > 255);
  CHECK(atlas.coverage().take_dirty().width > 0);
  CHECK(atlas.glyph(alef, 34, 0) == spot);
  CHECK(atlas.coverage().take_dirty().width == 0);
  std::uint32_t drawn = 0;
  while (drawn < 100 && atlas.glyph(alef, 900 + static_cast<float>(drawn), 0) != nullptr) ++drawn;
  CHECK(drawn < 100);
  atlas.clear(true);
  CHECK(atlas.coverage().size() == 2048);
  CHECK(atlas.glyph(alef, 34, 0) != nullptr);
}

TEST_CASE("an emoji is drawn by the fallback, once for its size") {
  GlyphAtlas atlas(test_font());
  SquareFallback fallback;
  CHECK(atlas.colour() == nullptr);
  const Spot* spot = atlas.cluster(U"😀", 20, fallback);
  REQUIRE(spot != nullptr);
  CHECK(spot->on_colour);
  CHECK(atlas.cluster(U"😀", 20, fallback) == spot);
  CHECK(fallback.drawn == 1);
  atlas.cluster(U"😀", 40, fallback);
  CHECK(fallback.drawn == 2);
}

TEST_CASE("the sheet of pictures grows when a page needs more of them") {
  GlyphAtlas atlas(test_font());
  SquareFallback fallback;
  char32_t next = 0x1f300;
  while (next < 0x1f600 && atlas.cluster(std::u32string(1, next), 60, fallback) != nullptr) ++next;
  CHECK(next < 0x1f600);
  const int before = atlas.colour()->size();
  atlas.clear(true);
  CHECK(atlas.cluster(std::u32string(1, next), 60, fallback) != nullptr);
  CHECK(atlas.colour()->size() == 2 * before);
}

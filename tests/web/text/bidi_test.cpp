#include "web/text/bidi.h"

#include <doctest/doctest.h>

#include "shared/text/utf8.h"

using namespace hamandish::text;

namespace {

// The text of each character in visual order, left to right: rule L2 on the characters themselves.
std::string visual(std::string_view utf8, Direction base) {
  const std::u32string text = to_scalars(utf8);
  const std::vector<Level> levels = bidi_levels(text, base);
  std::u32string out;
  for (const std::uint32_t i : visual_order(levels)) {
    if (text[i] < 0x2066 || text[i] > 0x2069) out += text[i];
  }
  return to_utf8(out);
}

}  // namespace

TEST_CASE("letters run by their script, digits of all three sets left to right") {
  CHECK(visual("سلام", Direction::rtl) == "مالس");
  CHECK(visual("abc", Direction::rtl) == "abc");
  CHECK(visual("کد ۱۲۳ است", Direction::rtl) == "تسا ۱۲۳ دک");
  CHECK(visual("کد 123 است", Direction::rtl) == "تسا 123 دک");
}

TEST_CASE("the base direction is the caller's, not the first letter's") {
  CHECK(visual("GPS خراب", Direction::rtl) == "بارخ GPS");
  CHECK(visual("GPS خراب", Direction::ltr) == "GPS بارخ");
}

TEST_CASE("an isolate keeps a phone number in order between Persian words") {
  CHECK(visual("تلفن \u2066056-3223\u2069 است", Direction::rtl) == "تسا 056-3223 نفلت");
}

TEST_CASE("brackets pair up, UAX #9 N0") {
  // Characters only: which picture a bracket has is the shaper's.
  CHECK(visual("الف (ab) ب", Direction::rtl) == "ب )ab( فلا");
}

TEST_CASE("runs of one line in visual order, rule L2") {
  CHECK(visual_order(std::vector<Level>{}) == std::vector<std::uint32_t>{});
  CHECK(visual_order(std::vector<Level>{1, 2, 1}) == std::vector<std::uint32_t>{2, 1, 0});
  CHECK(visual_order(std::vector<Level>{0, 1, 2, 1, 0}) == std::vector<std::uint32_t>{0, 3, 2, 1, 4});
}

TEST_CASE("direction by content, as dir=auto finds it") {
  CHECK(first_direction("سلام", Direction::ltr) == Direction::rtl);
  CHECK(first_direction("123 abc", Direction::rtl) == Direction::ltr);
  CHECK(first_direction("۱۲۳", Direction::rtl) == Direction::rtl);
  CHECK(first_direction("", Direction::ltr) == Direction::ltr);
}

// First and last names (domain.md 2.4). Letters of any script, for citizens are not all Persian; marks, spaces,
// half-spaces, hyphen, apostrophe and full stop join the parts of a name. What is refused is what a name never holds:
// digits, other punctuation, symbols, emoji. There is no table of letters in shared/: the ranges below are those of
// Unicode's blocks that hold no letter, and an unforeseen letter passes.
#include <algorithm>
#include <array>

#include "shared/forms/kinds/kinds.h"
#include "shared/forms/limits.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

constexpr std::u32string_view kJoiners = U" -'.\u200C\u2010\u2019";

struct Range {
  char32_t first;
  char32_t last;
};
constexpr std::array kNoLetters = {
    Range{0x0000, 0x0040},                            // controls, ASCII punctuation, digits
    Range{0x005B, 0x0060},                            // [ \ ] ^ _ `
    Range{0x007B, 0x00A9},                            // braces, C1 controls, Latin-1 signs up to the copyright sign
    Range{0x00AB, 0x00B4},                            // guillemet to acute accent
    Range{0x00B6, 0x00B9},                            // pilcrow to superscript one
    Range{0x00BB, 0x00BF},                            // guillemet, fractions, inverted question mark
    Range{0x00D7, 0x00D7},                            // multiplication sign
    Range{0x00F7, 0x00F7},                            // division sign
    Range{0x0600, 0x060F},                            // Arabic number signs and punctuation
    Range{0x061B, 0x061F},                            // Arabic semicolon to question mark
    Range{0x066A, 0x066D},                            // Arabic percent sign, separators, star
    Range{0x06D4, 0x06D4},                            // Arabic full stop
    Range{0x06DD, 0x06DE},                            // end of ayah, rub el hizb
    Range{0x06E9, 0x06E9},                            // place of sajdah
    Range{0x2000, 0x206F},                            // general punctuation
    Range{0x2070, 0x20CF},                            // superscripts, currency
    Range{0x2100, 0x2BFF},                            // symbols, arrows, mathematics, dingbats
    Range{0x2E00, 0x2E7F},                            // supplemental punctuation
    Range{0x3000, 0x3004},                            // CJK punctuation
    Range{0x3008, 0x3020},    Range{0xD800, 0xF8FF},  // surrogates, private use
    Range{0xFE00, 0xFE0F},                            // variation selectors, as emoji use them
    Range{0xFFF0, 0xFFFF},                            // specials; U+FFFD is what ill-formed bytes became
    Range{0x1F000, 0x1FAFF},                          // emoji and pictographs
    Range{0xE0000, 0x10FFFF},                         // tags, private use
};

bool is_letter_or_mark(char32_t scalar) {
  if (text::digit_value(scalar) >= 0) return false;
  return std::none_of(kNoLetters.begin(), kNoLetters.end(),
                      [&](const Range& range) { return scalar >= range.first && scalar <= range.last; });
}

Checked check(const Field& /*field*/, std::string value) {
  bool any_letter = false;
  for (std::size_t at = 0; at < value.size();) {
    const text::Decoded decoded = text::decode(value, at);
    at += static_cast<std::size_t>(decoded.bytes);
    const bool letter = is_letter_or_mark(decoded.scalar);
    any_letter = any_letter || letter;
    const bool allowed = letter || kJoiners.find(decoded.scalar) != std::u32string_view::npos;
    if (!allowed) return {std::move(value), "form.name_characters", {}};
  }
  if (!any_letter) return {std::move(value), "form.name_characters", {}};
  return {std::move(value), {}, {}};
}

}  // namespace

constinit const KindRule kNameRule = {FieldKind::name, "form.write", kNameMin, kNameMax, check};

}  // namespace hamandish

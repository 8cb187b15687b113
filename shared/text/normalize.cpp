#include "shared/text/normalize.h"

#include <utility>

#include "shared/text/characters.h"
#include "shared/text/compose.h"
#include "shared/text/utf8.h"

namespace hamandish::text {
namespace {

constexpr char32_t kArabicYeh = 0x064A;
constexpr char32_t kArabicKaf = 0x0643;
constexpr char32_t kHeh = 0x0647;
constexpr char32_t kTanvin = 0x064B;
constexpr char32_t kHamzaAbove = 0x0654;
constexpr char32_t kPersianYeh = 0x06CC;
constexpr char32_t kPersianKaf = 0x06A9;

void keep(std::u32string& out, char32_t scalar) {
  if (is_line_end(scalar)) {
    out.push_back(U'\n');
  } else if (is_space(scalar)) {
    out.push_back(U' ');
  } else if (!is_invisible(scalar)) {
    out.push_back(scalar);
  }
}

// A zero width joiner holds an emoji of several together (woman + ear of rice: farmer); anywhere else it goes.
bool pictograph(char32_t scalar) {
  return (scalar >= 0x2190 && scalar <= 0x2BFF) || (scalar >= 0x1F000 && scalar <= 0x1FAFF) || scalar == 0xFE0F;
}

bool joins_emoji(const std::u32string& scalars, std::size_t i, const std::u32string& out) {
  return scalars[i] == 0x200D && !out.empty() && pictograph(out.back()) && i + 1 < scalars.size() &&
         pictograph(scalars[i + 1]);
}

// Presentation forms become letters, all spaces and line ends one each, the invisible goes.
std::u32string cleaned(std::string_view text) {
  const std::u32string scalars = to_scalars(text);
  std::u32string out;
  out.reserve(scalars.size());
  for (std::size_t i = 0; i < scalars.size(); ++i) {
    if (is_plain(scalars[i])) {
      out.push_back(scalars[i]);
      continue;
    }
    if (scalars[i] == U'\r') {
      const bool of_a_pair = i + 1 < scalars.size() && scalars[i + 1] == U'\n';
      if (!of_a_pair) out.push_back(U'\n');
      continue;
    }
    if (joins_emoji(scalars, i, out)) {
      out.push_back(scalars[i]);
      continue;
    }
    const std::u16string_view letters = presentation_form(scalars[i]);
    if (letters.empty()) keep(out, scalars[i]);
    for (const char16_t letter : letters) keep(out, letter);
  }
  return out;
}

// Only after composing: U+064A with hamza above is U+0626, but U+06CC with hamza above composes to nothing.
void to_persian_letters(std::u32string& scalars) {
  for (char32_t& scalar : scalars) {
    if (scalar == kArabicYeh) scalar = kPersianYeh;
    if (scalar == kArabicKaf) scalar = kPersianKaf;
  }
}

bool joins(char32_t scalar) {
  return scalar != U' ' && scalar != U'\n' && !is_punctuation(scalar);
}

// Spaces and ZWNJ are held back until it is known what follows them.
std::u32string spaced(std::u32string_view scalars) {
  std::u32string out;
  out.reserve(scalars.size());
  bool space = false;
  bool zwnj = false;
  for (const char32_t scalar : scalars) {
    if (scalar == U' ') {
      space = true;
    } else if (scalar == kZwnj) {
      zwnj = true;
    } else {
      const bool after_text = !out.empty() && out.back() != U'\n';
      if (space && after_text && scalar != U'\n') out.push_back(U' ');
      if (zwnj && !space && after_text && joins(out.back()) && joins(scalar)) out.push_back(kZwnj);
      if (scalar != U'\n' || !out.empty()) out.push_back(scalar);
      space = zwnj = false;
    }
  }
  while (!out.empty() && out.back() == U'\n') out.pop_back();
  return out;
}

// --- Texts that need nothing done
// ----------------------------------------------------------------------------------------

constexpr char32_t kStart = 0;  // what stands before the first scalar

// May `scalar` stand after `before` in a text that for_storage leaves as it is? No also where only a longer look tells.
bool may_follow(char32_t scalar, char32_t before, bool lines) {
  if (is_plain(scalar)) return scalar != kArabicYeh && scalar != kArabicKaf;
  if (before == kZwnj) return false;
  switch (scalar) {
    case U' ':
      return before != U' ' && before != U'\n' && before != kStart;
    case U'\n':
      return lines && before != U' ' && before != kStart;
    case kZwnj:
      return is_plain(before);
    case kHamzaAbove:
      return before == kHeh;  // the ezafe of Persian, which composes to nothing
    case kTanvin:
      return is_plain(before);
    default:
      return is_punctuation(scalar) && !is_invisible(scalar);
  }
}

// Most texts come in order. Told in one look at the bytes, without taking the text apart.
bool is_in_order(std::string_view text, bool lines) {
  constexpr std::string_view zwnj = "\xE2\x80\x8C";
  char32_t before = kStart;
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned first = static_cast<unsigned char>(text[at]);
    const unsigned second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    char32_t scalar = first;
    if (first < 0x80) {
      at += 1;
    } else if (first >= 0xC2 && first < 0xE0 && second >= 0x80 && second <= 0xBF) {
      scalar = ((first & 0x1Fu) << 6) | (second & 0x3Fu);
      at += 2;
    } else if (text.substr(at, zwnj.size()) == zwnj) {
      scalar = kZwnj;
      at += zwnj.size();
    } else {
      return false;
    }
    if (!may_follow(scalar, before, lines)) return false;
    before = scalar;
  }
  return before != U' ' && before != U'\n' && before != kZwnj;
}

std::string finished(std::u32string scalars) {
  to_nfc(scalars);
  to_persian_letters(scalars);
  return to_utf8(spaced(scalars));
}

}  // namespace

std::string for_storage(std::string_view text) {
  if (is_in_order(text, true)) return std::string(text);
  return finished(cleaned(text));
}

std::string for_storage_one_line(std::string_view text) {
  if (is_in_order(text, false)) return std::string(text);
  std::u32string scalars = cleaned(text);
  for (char32_t& scalar : scalars) {
    if (scalar == U'\n') scalar = U' ';
  }
  return finished(std::move(scalars));
}

bool blank(std::string_view text) {
  return for_storage(text).empty();
}

}  // namespace hamandish::text

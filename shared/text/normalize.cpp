#include "shared/text/normalize.h"

#include <utility>

#include "shared/text/characters.h"
#include "shared/text/compose.h"
#include "shared/text/utf8.h"

namespace hamandish::text {
namespace {

constexpr char32_t kArabicYeh = 0x064A;
constexpr char32_t kArabicKaf = 0x0643;
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

std::string finished(std::u32string scalars) {
  to_nfc(scalars);
  to_persian_letters(scalars);
  return to_utf8(spaced(scalars));
}

}  // namespace

std::string for_storage(std::string_view text) {
  return finished(cleaned(text));
}

std::string for_storage_one_line(std::string_view text) {
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

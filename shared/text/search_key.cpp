#include "shared/text/search_key.h"

#include <algorithm>

#include "shared/text/characters.h"
#include "shared/text/compose.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::text {
namespace {

constexpr char32_t kAlef = 0x0627;
constexpr char32_t kWaw = 0x0648;
constexpr char32_t kHeh = 0x0647;
constexpr char32_t kYeh = 0x06CC;
constexpr char32_t kHamza = 0x0621;
constexpr char32_t kWawHamza = 0x0624;
constexpr char32_t kYehHamza = 0x0626;

// One letter for all the forms of it that people write for each other; 0 for the others.
constexpr char32_t one_form(char32_t scalar) {
  switch (scalar) {
    case 0x0622:  // alef with madda, with hamza above, with hamza below, wasla
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return kAlef;
    case kWawHamza:
      return kWaw;
    case kYehHamza:
    case 0x0649:  // alef maksura
      return kYeh;
    case 0x0629:  // teh marbuta, doachashmee, heh with yeh, goal, goal with hamza, goal marbuta, ae
    case 0x06BE:
    case 0x06C0:
    case 0x06C1:
    case 0x06C2:
    case 0x06C3:
    case 0x06D5:
      return kHeh;
    default:
      return 0;
  }
}

// Latin letters up to U+017F, the range that compose.h composes; the alphabets there alternate capital and small.
char32_t lower_case(char32_t scalar) {
  if (scalar >= 'A' && scalar <= 'Z') return scalar + 32;
  if (scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7) return scalar + 32;
  if (scalar == 0x130) return 'i';
  if (scalar == 0x178) return 0xFF;
  if (scalar == 0x17F) return 's';
  const bool even_capital = (scalar >= 0x100 && scalar <= 0x136) || (scalar >= 0x14A && scalar <= 0x176);
  const bool odd_capital = (scalar >= 0x139 && scalar <= 0x147) || (scalar >= 0x179 && scalar <= 0x17D);
  if (even_capital && scalar % 2 == 0) return scalar + 1;
  if (odd_capital && scalar % 2 == 1) return scalar + 1;
  return scalar;
}

char32_t folded(char32_t scalar) {
  if (const int digit = digit_value(scalar); digit >= 0) return U'0' + static_cast<char32_t>(digit);
  if (const char32_t letter = one_form(scalar); letter != 0) return letter;
  return lower_case(scalar);
}

enum class Zwnj { is_space, vanishes };

// `stored` has been through for_storage.
std::u32string key_of(std::u32string_view stored, Zwnj zwnj) {
  std::u32string out;
  out.reserve(stored.size());
  for (const char32_t scalar : stored) {
    if (is_plain(scalar) && scalar != kHamza) {
      out.push_back(folded(scalar));
      continue;
    }
    if (is_arabic_mark(scalar) || is_invisible(scalar) || scalar == kHamza) continue;
    if (scalar == kZwnj && zwnj == Zwnj::vanishes) continue;
    const bool gap = scalar == U' ' || scalar == U'\n' || scalar == kZwnj || is_punctuation(scalar);
    if (!gap) {
      out.push_back(folded(scalar));
    } else if (!out.empty() && out.back() != U' ') {
      out.push_back(U' ');
    }
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  to_nfc(out);  // where a hamza stood between a Latin letter and its accent, they meet only now
  return out;
}

std::u32string stored_scalars(std::string_view text) {
  return to_scalars(for_storage(text));
}

// The same word with hamza before waw on its other seat; a writer who leaves the hamza out writes waw twice.
std::u32string other_seat(std::u32string word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (word[i + 1] != kWaw) continue;
    if (word[i] == kYehHamza) {
      word[i] = kWawHamza;
    } else if (word[i] == kWawHamza || word[i] == kWaw) {
      word[i] = kYehHamza;
      ++i;
    }
  }
  return word;
}

void append_word(std::u32string& out, const std::u32string& word) {
  if (word.empty()) return;
  if (!out.empty()) out.push_back(U' ');
  out += word;
}

// The other spellings of one word (a run without spaces and punctuation, ZWNJ included). Most words have none.
void append_spellings(std::u32string& out, std::u32string_view written) {
  const bool has_zwnj = written.find(kZwnj) != std::u32string_view::npos;
  if (!has_zwnj && written.find(kWaw, 1) == std::u32string_view::npos) return;
  std::u32string word(written);
  std::erase_if(word, is_arabic_mark);  // so that other_seat sees the letters side by side
  const std::u32string tokens = key_of(word, Zwnj::is_space);
  const std::u32string joined = has_zwnj ? key_of(word, Zwnj::vanishes) : tokens;
  if (joined != tokens) append_word(out, joined);
  const std::u32string other = other_seat(word);
  if (other == word) return;
  append_word(out, key_of(other, Zwnj::is_space));
  if (joined != tokens) append_word(out, key_of(other, Zwnj::vanishes));
}

bool ends_word(char32_t scalar) {
  return !is_plain(scalar) && (scalar == U' ' || scalar == U'\n' || is_punctuation(scalar));
}

}  // namespace

std::string search_key(std::string_view text) {
  return to_utf8(key_of(stored_scalars(text), Zwnj::is_space));
}
std::string joined_key(std::string_view text) {
  return to_utf8(key_of(stored_scalars(text), Zwnj::vanishes));
}

std::string index_key(std::string_view text) {
  const std::u32string stored = stored_scalars(text);
  std::u32string out = key_of(stored, Zwnj::is_space);
  auto word = stored.begin();
  while (word != stored.end()) {
    const auto end = std::find_if(word, stored.end(), ends_word);
    if (end != word) append_spellings(out, {&*word, static_cast<std::size_t>(end - word)});
    word = std::find_if_not(end, stored.end(), ends_word);
  }
  return to_utf8(out);
}

std::string name_key(std::string_view text) {
  std::u32string key = key_of(stored_scalars(text), Zwnj::vanishes);
  std::erase(key, U' ');
  to_nfc(key);
  return to_utf8(key);
}

}  // namespace hamandish::text

#include "shared/text/collate.h"

#include "shared/text/characters.h"
#include "shared/text/compose.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::text {
namespace {

// The first byte of each group. Everything else is its own UTF-8, whose first byte is 0xC2 or more.
constexpr unsigned kSpace = 0x02;
constexpr unsigned kPunctuation = 0x03;  // followed by the scalar
constexpr unsigned kDigit = 0x10;
constexpr unsigned kPersian = 0x20;
constexpr unsigned kLatin = 0x60;

// CLDR fa: alef madda, alef, hamza, beh, peh, teh, theh, jeem, cheh, hah, khah, dal, thal, reh, zain, zheh, seen,
// sheen, sad, dad, tah, zah, ain, ghain, feh, qaf, kaf, gaf, lam, meem, noon, waw, heh, yeh.
constexpr char32_t kAlphabet[] = {0x0622, 0x0627, 0x0621, 0x0628, 0x067E, 0x062A, 0x062B, 0x062C, 0x0686,
                                  0x062D, 0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0698, 0x0633, 0x0634,
                                  0x0635, 0x0636, 0x0637, 0x0638, 0x0639, 0x063A, 0x0641, 0x0642, 0x06A9,
                                  0x06AF, 0x0644, 0x0645, 0x0646, 0x0648, 0x0647, 0x06CC};

struct Same {
  char32_t letter;
  char32_t as;
};
constexpr Same kSame[] = {{0x0623, 0x0621}, {0x0625, 0x0621}, {0x0624, 0x0621}, {0x0626, 0x0621},  // carriers of hamza
                          {0x0671, 0x0627}, {0x0649, 0x06CC},                                      // wasla, maksura
                          {0x0629, 0x0647}, {0x06BE, 0x0647}, {0x06C0, 0x0647}, {0x06C1, 0x0647},  // forms of heh
                          {0x06C2, 0x0647}, {0x06C3, 0x0647}, {0x06D5, 0x0647}};

void push(std::string& out, unsigned weight) {
  out.push_back(static_cast<char>(static_cast<unsigned char>(weight)));
}

// The place in the alphabet, or -1.
int persian_place(char32_t scalar) {
  for (const Same& same : kSame) {
    if (same.letter == scalar) scalar = same.as;
  }
  int place = 0;
  for (const char32_t letter : kAlphabet) {
    if (letter == scalar) return place;
    ++place;
  }
  return -1;
}

int latin_place(char32_t scalar) {
  const char32_t base = base_letter(scalar);
  if (base >= 'a' && base <= 'z') return static_cast<int>(base - 'a');
  if (base >= 'A' && base <= 'Z') return static_cast<int>(base - 'A');
  return -1;
}

void push_weight(std::string& out, char32_t scalar) {
  if (scalar == kZwnj || is_arabic_mark(scalar) || combining_class(scalar) != 0) return;
  if (scalar == U' ' || scalar == U'\n') return push(out, kSpace);
  if (is_punctuation(scalar)) {
    push(out, kPunctuation);
    return append(out, scalar);
  }
  if (const int digit = digit_value(scalar); digit >= 0) return push(out, kDigit + static_cast<unsigned>(digit));
  if (const int place = persian_place(scalar); place >= 0) return push(out, kPersian + static_cast<unsigned>(place));
  if (const int place = latin_place(scalar); place >= 0) return push(out, kLatin + static_cast<unsigned>(place));
  append(out, scalar);
}

}  // namespace

std::string sort_key(std::string_view text) {
  std::string out;
  for (const char32_t scalar : to_scalars(for_storage(text))) push_weight(out, scalar);
  return out;
}

}  // namespace hamandish::text

// What kind of character it is, as far as normalising and searching need to know. Ranges are written as numbers because
// the characters themselves are invisible or reorder the source line.
#pragma once

namespace hamandish::text {

inline constexpr char32_t kZwnj = 0x200C;

// The letters and digits of which nearly all texts here consist: ASCII and the Arabic script without its marks. For each
// of them every question below is answered no, and none is a presentation form or a mark. Asked first where many are asked.
constexpr bool is_plain(char32_t scalar) {
  if (scalar < 0x80) return (scalar >= '0' && scalar <= '9') || ((scalar | 0x20) >= 'a' && (scalar | 0x20) <= 'z');
  return (scalar >= 0x0620 && scalar <= 0x064A && scalar != 0x0640) || (scalar >= 0x0671 && scalar <= 0x06D3) ||
         (scalar >= 0x06F0 && scalar <= 0x06FC) || (scalar >= 0x0660 && scalar <= 0x0669);
}

// Tab and every space but the line ends: no-break, en, em, thin, ideographic, ...
bool is_space(char32_t scalar);

// \n, \v, \f, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR; a \r is left to the caller, who sees what follows it.
bool is_line_end(char32_t scalar);

// Kashida and everything that only steers machines: control characters that are no space or line end, soft hyphen,
// joiners, direction marks, isolates and embeddings, byte order mark, tags. Not ZWNJ.
bool is_invisible(char32_t scalar);

// Punctuation and symbols: no letter, digit or mark. Covers ASCII to U+00FF, Arabic and Persian, the general blocks
// from U+2010 to U+2BFF, CJK and full-width punctuation and the emoji blocks.
bool is_punctuation(char32_t scalar);

// Arabic-script vowel signs, shadda, madda and hamza above or below, Quranic marks: ignored when comparing.
bool is_arabic_mark(char32_t scalar);

// The hyphen, the dashes and the minus sign, all of which people and their keyboards use for one another.
bool is_dash(char32_t scalar);

}  // namespace hamandish::text

// UTF-8 in and out. Text inside the program is UTF-8 in std::string, in logical order; a scalar is one Unicode scalar
// value. Source: The Unicode Standard, chapter 3.9, table 3-7 (well-formed UTF-8).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hamandish::text {

inline constexpr char32_t kReplacement = 0xFFFD;

// False for overlong forms, surrogates, values above U+10FFFF, stray and missing continuation bytes. The server refuses
// such input at its gate; everything behind it may still meet bytes from elsewhere and must not stumble.
bool valid_utf8(std::string_view text);

struct Decoded {
  char32_t scalar = kReplacement;
  int bytes = 0;  // how far to move on
};

// The scalar that begins at byte `at`. Never reads outside `text`. Ill-formed bytes give U+FFFD and the length of the
// longest part that could have begun a scalar, at least 1 (the Unicode recommended practice, as browsers do). At or
// after the end: {U+FFFD, 0}.
Decoded decode(std::string_view text, std::size_t at);

// Appends one scalar; a surrogate or a value above U+10FFFF is appended as U+FFFD.
void append(std::string& out, char32_t scalar);

// Scalars, not bytes and not what a reader sees as letters; ill-formed parts count as their replacement does.
std::size_t count_scalars(std::string_view text);

// Whole text at once, for code that must look at neighbours. Ill-formed parts become U+FFFD.
std::u32string to_scalars(std::string_view text);
std::string to_utf8(std::u32string_view scalars);

}  // namespace hamandish::text

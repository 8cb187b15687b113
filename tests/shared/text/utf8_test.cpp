#include "shared/text/utf8.h"

#include <doctest/doctest.h>

#include <cstdint>

using namespace hamandish::text;

namespace {

struct IllFormed {
  const char* name;
  std::string bytes;
  std::size_t replacements;
};

// The Unicode Standard, tables 3-8 to 3-11, and the usual attacks.
const IllFormed kIllFormed[] = {
    {"a stray continuation byte", "\x80", 1},
    {"two stray continuation bytes", "\xBF\x80", 2},
    {"0xFE and 0xFF", "\xFE\xFF", 2},
    {"overlong slash in two bytes", "\xC0\xAF", 2},
    {"overlong slash in three bytes", "\xE0\x80\xAF", 3},
    {"overlong slash in four bytes", "\xF0\x80\x80\xAF", 4},
    {"overlong zero", "\xC0\x80", 2},
    {"lead byte C1", "\xC1\xBF", 2},
    {"a surrogate", "\xED\xA0\x80", 3},
    {"a pair of surrogates (CESU-8)", "\xED\xA0\xBD\xED\xB8\x80", 6},
    {"beyond U+10FFFF", "\xF4\x90\x80\x80", 4},
    {"lead byte F5", "\xF5\x80\x80\x80", 4},
    {"two bytes, one missing", "\xD8", 1},
    {"three bytes, one missing", "\xE2\x80", 1},
    {"four bytes, one missing", "\xF0\x9F\x98", 1},
    {"four bytes, two missing", "\xF0\x9F", 1},
    {"a truncated scalar before a letter",
     "\xE2\x80"
     "a",
     1},
    {"table 3-11", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF", 4},
};

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (const char32_t scalar : to_scalars(text)) count += scalar == kReplacement ? 1u : 0u;
  return count;
}

}  // namespace

TEST_CASE("ill-formed UTF-8 is recognised and replaced") {
  for (const IllFormed& wrong : kIllFormed) {
    CAPTURE(wrong.name);
    CHECK_FALSE(valid_utf8(wrong.bytes));
    CHECK_FALSE(valid_utf8("سلام" + wrong.bytes));
    CHECK_FALSE(valid_utf8(wrong.bytes + "سلام"));
    CHECK(count_replacements(wrong.bytes) == wrong.replacements);
    CHECK(count_replacements("س" + wrong.bytes + "م") == wrong.replacements);
    CHECK(valid_utf8(to_utf8(to_scalars(wrong.bytes))));
  }
}

TEST_CASE("a truncated scalar does not swallow the letter behind it") {
  CHECK(to_utf8(to_scalars("\xE2\x80سلام")) == "\uFFFDسلام");
  CHECK(to_utf8(to_scalars("\xF0\x9F\x98")) == "\uFFFD");
}

TEST_CASE("every scalar value survives the round trip") {
  for (char32_t scalar = 0; scalar <= 0x10FFFF; ++scalar) {
    const bool surrogate = scalar >= 0xD800 && scalar <= 0xDFFF;
    std::string bytes;
    append(bytes, scalar);
    const Decoded decoded = decode(bytes, 0);
    const bool holds = valid_utf8(bytes) && decoded.bytes == static_cast<int>(bytes.size()) &&
                       decoded.scalar == (surrogate ? kReplacement : scalar);
    if (!holds) FAIL_CHECK("scalar " << static_cast<std::uint32_t>(scalar));
  }
  std::string beyond;
  append(beyond, 0x110000);
  CHECK(beyond == "\uFFFD");
}

TEST_CASE("every sequence of two bytes is either valid or replaced, and never read beyond its end") {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
      const std::string exact(bytes.data(), bytes.size());
      const bool replaced = count_replacements(exact) > 0;
      if (valid_utf8(exact) == replaced) FAIL_CHECK("bytes " << first << " " << second);
    }
  }
}

TEST_CASE("decoding at or after the end moves nowhere") {
  CHECK(decode("", 0).bytes == 0);
  CHECK(decode("ab", 2).bytes == 0);
  CHECK(decode("ab", 99).bytes == 0);
}

TEST_CASE("scalars are counted, not bytes") {
  CHECK(count_scalars("") == 0);
  CHECK(count_scalars("می\u200Cرود") == 6);
  CHECK(count_scalars("a😀ب") == 3);
  CHECK(count_scalars("\xFF\xFF") == 2);
  CHECK(count_scalars(std::string_view("\0\0", 2)) == 2);
  CHECK(valid_utf8(std::string_view("\0", 1)));
}

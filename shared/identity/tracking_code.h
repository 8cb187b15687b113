// The code with which a person finds their case again: random digits and one check digit. People read it over the
// telephone and type it from paper, so a mistyped digit or two neighbours swapped must be told from "no such case". The
// check digit is Damm's (H. M. Damm 2004, totally anti-symmetric quasigroup of order 10): it catches every single wrong
// digit and every swap of neighbours. It is no secret and no protection against guessing: that is the length, the
// second factor and the rate limit.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hamandish {

// `random`: at least 16 bytes from a cryptographic source; `digits`: 12 or 16, the check digit included; CHECK
// otherwise. Never begins with 0, so that a spreadsheet does not shorten it. Uniqueness is the database's to hold.
std::string make_tracking_code(std::span<const std::uint8_t> random, int digits);

enum class CodeCheck { ok, wrong_length, wrong_characters, typo };  // typo: the check digit does not fit

struct ParsedCode {
  CodeCheck check = CodeCheck::wrong_length;
  std::string code;  // 12 or 16 ASCII digits if ok, otherwise empty
};

// As typed, pasted or dictated: digits of any set; spaces, hyphens, ZWNJ, isolates and other invisible marks do not
// matter.
ParsedCode parse_tracking_code(std::string_view text);

// "1234 5678 9012" in the digits given. Show it as a left-to-right run (shared/text/isolate.h): with spaces between the
// groups a right-to-left line would turn their order round.
std::string grouped(std::string_view code);

}  // namespace hamandish

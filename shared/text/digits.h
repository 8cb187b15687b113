// The three sets of digits that people here type: ASCII (U+0030), Arabic-Indic (U+0660) and Persian (U+06F0). Stored
// text keeps the writer's digits, shown text has Persian digits, and whatever is parsed accepts all three, also mixed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hamandish::text {

// 0..9 for a digit of any of the three sets, otherwise -1.
int digit_value(char32_t scalar);

// Every digit becomes ASCII; everything else stays as it is, ill-formed bytes included.
std::string ascii_digits(std::string_view text);

// Every digit becomes Persian. Knows nothing of isolates: keep codes, URLs and e-mail addresses away from it.
std::string persian_digits(std::string_view text);

// For people: groups of three with U+066C, Persian digits; a negative number is U+200E U+2212 digits (CLDR fa), so that
// the sign stays before the number in a right-to-left line.
std::string persian_number(std::int64_t number);

// A whole number as typed: digits of any set, a leading '-', '+' or U+2212, thousands separators (comma, U+066C,
// U+060C) only between digits, spaces and invisible direction marks around it. nullopt for anything else and on
// overflow.
std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace hamandish::text

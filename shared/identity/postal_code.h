// The postal code: 10 digits (domain facts 2.4). No check digit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hamandish {

// unusual: a 0 or a 2 among the first five digits, which the post did not use when it made the rule. Warn, do not
// refuse: stricter rules in circulation refuse real addresses.
enum class PostalCodeCheck { ok, unusual, empty, wrong_characters, wrong_length, repeated_digit };

// Digits of any set; spaces, hyphens and invisible marks between them do not matter.
PostalCodeCheck check_postal_code(std::string_view text);

// Ten ASCII digits if the check says ok or unusual, otherwise nullopt.
std::optional<std::string> parse_postal_code(std::string_view text);

}  // namespace hamandish

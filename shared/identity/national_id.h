// The national number of a natural person: 10 digits, the last a check digit (domain facts 2.1). A right check digit
// does not say that the person exists. No list of known prefixes: such lists refuse real, newer numbers. Foreign
// residents have none; a form must offer them another way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hamandish {

enum class NationalIdCheck { ok, empty, wrong_characters, wrong_length, repeated_digit, wrong_check_digit };

// Digits of any set; spaces, hyphens and invisible marks between them do not matter.
NationalIdCheck check_national_id(std::string_view text);

// Ten ASCII digits, leading zeros included, or nullopt if check_national_id is not ok.
std::optional<std::string> parse_national_id(std::string_view text);

}  // namespace hamandish

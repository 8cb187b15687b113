// The national identifier of a legal person (company, association): 11 digits, the last a check digit (domain
// facts 2.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hamandish {

enum class LegalIdCheck { ok, empty, wrong_characters, wrong_length, repeated_digit, wrong_check_digit };

// Digits of any set; spaces, hyphens and invisible marks between them do not matter.
LegalIdCheck check_legal_id(std::string_view text);

// Eleven ASCII digits, or nullopt if check_legal_id is not ok.
std::optional<std::string> parse_legal_id(std::string_view text);

}  // namespace hamandish

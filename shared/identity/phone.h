// Telephone numbers of Iran, from forms, SMS gateways and exchanges alike (domain facts 2.3). Digits of any set;
// spaces, hyphens, parentheses and invisible marks do not matter. No list of operators: numbers are ported and new
// ranges appear.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hamandish {

// 09XXXXXXXXX from 0912..., 912..., 98912..., +98912..., 0098912...; nullopt for anything else.
std::optional<std::string> parse_mobile(std::string_view text);

// 0 + area (two digits) + eight digits = 11 digits, from the same kinds of prefix; nullopt for mobiles, short numbers
// (111) and numbers without their area.
std::optional<std::string> parse_landline(std::string_view text);

// The last four digits, as asked for beside a tracking code. Empty if the number has fewer.
std::string last_four(std::string_view number);

}  // namespace hamandish

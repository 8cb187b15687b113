// Who writes: a person, a company or another body with its representative, or a resident without a national number.
// Source: domain.md 1.3 (natural and legal persons) and 2.1 (foreign residents must not be locked out).
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace hamandish {

enum class PersonKind { natural, legal, foreign };
inline constexpr std::array kPersonKinds = {PersonKind::natural, PersonKind::legal, PersonKind::foreign};

std::string_view wire_name(PersonKind kind);
std::optional<PersonKind> person_kind_from(std::string_view wire_name);
std::string_view message_key(PersonKind kind);

// The field of a form in which a person says it; absent where a form is for natural persons only.
inline constexpr std::string_view kPersonKindField = "person_kind";

}  // namespace hamandish

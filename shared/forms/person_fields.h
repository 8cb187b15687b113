// Which fields of a form belong to the person and not to the message. On the wire they stand in `person` (contract.md);
// an anonymous message has none of them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace hamandish {

inline constexpr std::array<std::string_view, 10> kPersonFields = {
    "first_name", "last_name", "national_id", "mobile",   "email",
    "landline",   "address",   "postal_code", "legal_id", "organisation"};

inline constexpr bool is_person_field(std::string_view id) {
  return std::find(kPersonFields.begin(), kPersonFields.end(), id) != kPersonFields.end();
}

}  // namespace hamandish

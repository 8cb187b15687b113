#include "shared/directory/field_kinds.h"

#include <array>
#include <cstddef>

#include "shared/base/wire_names.h"

namespace hamandish {
namespace {

// In the order of FieldKind.
constexpr std::array<std::string_view, 14> kNames = {
    "name", "national_id", "legal_id", "mobile",   "landline",    "email",      "postal_code",
    "line", "text",        "choice",   "checkbox", "attachments", "foreign_id", "tracking_code"};
static_assert(kNames.size() == static_cast<std::size_t>(FieldKind::tracking_code) + 1);

}  // namespace

std::string_view wire_name(FieldKind kind) {
  return name_in(kNames, kind);
}

std::optional<FieldKind> field_kind_from(std::string_view wire_name) {
  return value_in<FieldKind>(kNames, wire_name);
}

}  // namespace hamandish

// The names of field kinds in a profile: «"kind": "national_id"».
#pragma once

#include <optional>
#include <string_view>

#include "shared/forms/field.h"

namespace hamandish {

std::string_view wire_name(FieldKind kind);
std::optional<FieldKind> field_kind_from(std::string_view wire_name);

}  // namespace hamandish

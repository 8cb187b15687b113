// Which unit gets a new case. Data decides: the category's unit, else the kind's default unit.
#pragma once

#include <string>
#include <string_view>

#include "shared/cases/kinds.h"
#include "shared/directory/profile.h"

namespace hamandish {

// The id of a unit of the profile. An unknown category, an empty one, or one that is not offered for this kind does not
// decide; read_profile has made sure that every kind has a default unit.
std::string route(const Profile& profile, CaseKind kind, std::string_view category_id);

}  // namespace hamandish

// What must hold in a profile beyond the types of its members, so that nothing later has to ask: routing always ends at
// a unit that exists, deadlines end, ids are unique.
#pragma once

#include <vector>

#include "shared/base/result.h"
#include "shared/directory/profile.h"

namespace hamandish {

// One error for each thing that does not hold; `field` is its place («categories[2].unit_id»). Keys:
// profile.unknown_unit, profile.duplicate, profile.bad_value.
std::vector<FieldError> check_profile(const Profile& profile);

}  // namespace hamandish

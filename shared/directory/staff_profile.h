// The part of the profile that only the server and the settings know: rules, canned answers, clocks, shifts. Apart from
// profile_json.cpp, so that the citizens' client does not carry it.
#pragma once

#include <vector>

#include "shared/directory/profile.h"
#include "shared/json/json.h"
#include "shared/json/reader.h"

namespace hamandish {

void read_staff_part(Reader& reader, Profile& profile);
void add_staff_part(Json& json, const Profile& profile);
void check_staff_part(std::vector<FieldError>& errors, const Profile& profile);

}  // namespace hamandish

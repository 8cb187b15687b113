// A new case against the form of its kind: what the server decides by, and what the client shows before it sends.
#pragma once

#include <string_view>
#include <vector>

#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/directory/profile.h"

namespace hamandish::api {

// first_name, last_name, national_id, mobile, email: what an anonymous case must not carry.
bool is_person_field(std::string_view id);

// The fields that count for this case, in the order of the form: without those of a person if it is anonymous, and
// `category` with the profile's categories of that kind as its choices. Empty if the profile has no such kind.
std::vector<Field> form_fields(const Profile& profile, CaseKind kind, bool anonymous);

// The case with normalised answers. Invalid (error.invalid) with all field errors: those of check_answers, and
// - kind: form.unknown_kind        the profile has no form for it
// - anonymous: form.name_needed    this kind cannot be registered without a name
Result<NewCase> check_new_case(const Profile& profile, const NewCase& new_case);

}  // namespace hamandish::api

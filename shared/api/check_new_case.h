// A new case against the form of its kind: what the server decides by, and what the client shows before it sends.
#pragma once

#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/directory/profile.h"

namespace hamandish::api {

// The case with normalised answers. Invalid (error.invalid) with all field errors: those of check_answers on
// fields_to_fill (shared/directory/profile.h), and
// - kind: form.unknown_kind        the profile has no form for it
// - anonymous: form.name_needed    this kind cannot be registered without a name
// Whether the attachments exist is not known here.
Result<NewCase> check_new_case(const Profile& profile, const NewCase& new_case);

}  // namespace hamandish::api

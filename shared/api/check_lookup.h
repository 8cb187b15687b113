// What can be said of a lookup without looking: whether the code can be one at all, and whether the second factor that
// it needs is there. Server and client both ask here.
#pragma once

#include "shared/api/wire.h"
#include "shared/base/result.h"

namespace hamandish::api {

// The code as 12 or 16 ASCII digits and the second factor as 4, or empty where a code of 16 digits needs none. Invalid
// (error.invalid) with
// - tracking_code: form.code_needed, form.code_length, form.code_characters, form.code_typo
// - mobile_last4: form.mobile_last4
Result<Lookup> check_lookup(const Lookup& typed);

}  // namespace hamandish::api

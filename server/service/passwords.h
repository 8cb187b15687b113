// argon2id (RFC 9106) through libsodium. At most two hashes are made at a time, so that a flood of sign-ins takes
// neither the memory nor both cores; a few more wait, the rest is turned away.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/service/users_service.h"
#include "shared/base/result.h"

namespace hamandish::server {

// With its salt and cost inside, as libsodium writes it. Busy «error.busy» if too many wait.
Result<std::string> hash_password(std::string_view password, PasswordCost cost);

// Takes the time of a whole hash whatever the answer. Busy as above.
Result<bool> password_fits(std::string_view password, const std::string& hash);

}  // namespace hamandish::server

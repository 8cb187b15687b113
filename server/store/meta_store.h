// Named values of the whole database: secrets that must survive a restart.
#pragma once

#include <string>
#include <string_view>

#include "server/store/database.h"

namespace hamandish::server {

// The value of that name; 32 new random bytes if there is none yet.
Result<std::string> secret(Database& database, std::string_view name);

// Ok if the database answers.
Result<void> ask(Reader& reader);

}  // namespace hamandish::server

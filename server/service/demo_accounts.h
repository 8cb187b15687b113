// The accounts in whose name demo data are written.
#pragma once

#include <string>
#include <string_view>

#include "server/store/database.h"

namespace hamandish::server {

// The id of the demo account of that name, as Actor carries it; empty if there is none.
Result<std::string> demo_account(Reader& reader, std::string_view username);

}  // namespace hamandish::server

// Who of the staff looked at what personal data, and when.
#pragma once

#include <string_view>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

// what: "case", or "attachment:<id>".
Result<void> insert_look(Transaction& transaction, std::int64_t user_id, std::int64_t case_id, std::string_view what,
                         Instant at);

}  // namespace hamandish::server

// Who of the staff looked at what personal data, and when.
#pragma once

#include <string_view>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

// what: "case", or "attachment:<id>".
Result<void> insert_look(Transaction& transaction, std::int64_t user_id, std::int64_t case_id, std::string_view what,
                         Instant at);

// A page of the inbox: names stand on it. words: what was searched for.
struct InboxLook {
  std::int64_t user_id = 0;
  std::string_view words;
  std::int64_t shown = 0;
  Instant at;
};
Result<void> insert_inbox_look(Transaction& transaction, const InboxLook& look);

}  // namespace hamandish::server

// What search finds a case by beyond its own words: what its citizen said later, and transcripts of recordings.
#pragma once

#include <string_view>

#include "server/store/database.h"
#include "server/store/rows.h"

namespace hamandish::server {

Result<void> add_case_words(Transaction& transaction, std::int64_t case_id, std::string_view text);
// After something was taken away: search finds `after`, and what its events still say. `before`: as it was indexed.
Result<void> renew_case_words(Transaction& transaction, const CaseRow& before, const CaseRow& after);

}  // namespace hamandish::server

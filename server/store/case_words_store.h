// Words that search finds a case by beside its own (server/service/case_words.h), as the index was given them.
#pragma once

#include <string>
#include <string_view>

#include "server/store/database.h"

namespace hamandish::server {

// Empty if there are none.
Result<std::string> further_words(Reader& reader, std::int64_t case_id);
Result<void> set_further_words(Transaction& transaction, std::int64_t case_id, std::string_view words);

}  // namespace hamandish::server

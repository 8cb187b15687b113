// Texts read from files, before a draft is made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct DraftImportRow {
  std::int64_t user_id = 0;
  Instant at;
  std::string file_name;
  std::string text;  // empty if there was a problem
  int numbered = 0;  // paragraphs whose numbers are not in the text
  std::string problem;
};

// In place of the person's former one.
Result<void> write_draft_import(Transaction& transaction, const DraftImportRow& row);
Result<std::optional<DraftImportRow>> draft_import_of(Reader& reader, std::int64_t user_id);

}  // namespace hamandish::server

// Who changed what of the settings and accounts, and when. Rows are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct AuditRow {
  std::int64_t id = 0;
  Instant at;
  std::optional<std::int64_t> user_id;  // nothing: the command line
  std::string user_name;                // read only
  std::string area;                     // id of a settings section, or «users», «account»
  std::string subject;                  // what people know the thing by
  std::string action;                   // added, changed, removed, moved, ...
  std::string before;                   // JSON or text; may be empty
  std::string after;
};

Result<void> insert_audit(Transaction& transaction, const AuditRow& row);
// The newest first, older than `before_id`; 0: from the newest on.
Result<std::vector<AuditRow>> list_audit(Reader& reader, std::int64_t before_id, std::int64_t limit);

}  // namespace hamandish::server

// Sessions of staff, and the counters of failed sign-ins.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/store/database.h"
#include "server/store/rows.h"

namespace hamandish::server {

struct SessionRow {
  std::string token_hash;
  Instant created_at;
  Instant last_seen_at;
  bool must_change = false;  // the user's password
  UserRow user;              // without the password's hash
};

Result<void> insert_session(Transaction& transaction, std::string_view token_hash, std::int64_t user_id, Instant now);
// Whatever its age.
Result<std::optional<SessionRow>> session_by_token(Reader& reader, std::string_view token_hash);
Result<void> set_last_seen(Transaction& transaction, std::string_view token_hash, Instant now);
Result<void> delete_session(Transaction& transaction, std::string_view token_hash);
Result<void> delete_sessions_of(Transaction& transaction, std::string_view username);
Result<void> delete_old_sessions(Transaction& transaction, Instant created_before, Instant seen_before);

struct AttemptsRow {
  std::int64_t failures = 0;
  Instant last_at;
  Instant blocked_until;
};

// All zero if there is none.
Result<AttemptsRow> attempts_of(Reader& reader, std::string_view subject);
Result<void> set_attempts(Transaction& transaction, std::string_view subject, const AttemptsRow& row);
Result<void> delete_attempts(Transaction& transaction, std::string_view subject);
Result<void> delete_old_attempts(Transaction& transaction, Instant last_before);

}  // namespace hamandish::server

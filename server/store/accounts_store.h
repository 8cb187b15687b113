// What the accounts of staff have beside names and roles: passwords that must be changed, the second factor, sessions as
// their owner sees them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/rows.h"

namespace hamandish::server {

struct AccountRow {
  UserRow user;
  bool must_change = false;
  std::string totp_secret;   // bytes; empty: no second factor
  std::string totp_pending;  // bytes; shown, but no code was typed yet
  std::int64_t totp_step = 0;
};

Result<std::optional<AccountRow>> account_by_name(Reader& reader, std::string_view username);
Result<std::optional<AccountRow>> account_by_id(Reader& reader, std::int64_t id);

Result<void> change_account(Transaction& transaction, const UserRow& row);  // name, role, unit, enabled
Result<void> set_account_password(Transaction& transaction, std::int64_t id, std::string_view hash, bool must_change);
Result<void> set_totp(Transaction& transaction, std::int64_t id, std::string_view secret, std::string_view pending);
// False if that step, or a later one, was used: two sign-ins at once with one code.
Result<bool> use_totp_step(Transaction& transaction, std::int64_t id, std::int64_t step);

Result<void> replace_recovery_codes(Transaction& transaction, std::int64_t user_id,
                                    const std::vector<std::string>& hashes);
// False if there is no such code. It is gone afterwards.
Result<bool> use_recovery_code(Transaction& transaction, std::int64_t user_id, std::string_view hash);

struct OwnSession {
  std::string token_hash;  // bytes
  Instant created_at;
  Instant last_seen_at;
  std::string client;  // what the browser says of itself
};
// The latest used first.
Result<std::vector<OwnSession>> sessions_of(Reader& reader, std::int64_t user_id);
Result<void> delete_sessions_but(Transaction& transaction, std::int64_t user_id, std::string_view kept_token_hash);
Result<void> delete_own_session(Transaction& transaction, std::int64_t user_id, std::string_view token_hash);
Result<void> set_session_client(Transaction& transaction, std::string_view token_hash, std::string_view client);

}  // namespace hamandish::server

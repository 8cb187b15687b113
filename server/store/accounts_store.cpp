#include "server/store/accounts_store.h"

namespace hamandish::server {
namespace {

Result<void> only_done(const Result<std::int64_t>& changed) {
  if (!changed) return changed.error();
  return {};
}

AccountRow read_account(const Row& row) {
  AccountRow account;
  account.user.id = row.integer(0);
  account.user.username = row.copy(1);
  account.user.name = row.copy(2);
  account.user.role = row.copy(3);
  account.user.unit_id = row.copy(4);
  account.user.password_hash = row.copy(5);
  account.user.enabled = row.integer(6) != 0;
  account.must_change = row.integer(7) != 0;
  account.totp_secret = row.copy(8);
  account.totp_pending = row.copy(9);
  account.totp_step = row.integer(10);
  return account;
}

constexpr std::string_view kSelect = R"sql(
    SELECT
      id,
      username,
      name,
      role,
      unit_id,
      password_hash,
      enabled,
      must_change,
      totp_secret,
      totp_pending,
      totp_step
    FROM users
  )sql";

Result<std::optional<AccountRow>> one(Reader& reader, std::string_view condition, const Bound& bound) {
  std::optional<AccountRow> account;
  const Result<bool> done = reader.first(std::string(kSelect) + std::string(condition), {bound},
                                         [&](const Row& row) { account = read_account(row); });
  if (!done) return done.error();
  return account;
}

Bound bytes_or_null(std::string_view bytes) {
  return bytes.empty() ? Bound(nullptr) : Bound::bytes(bytes);
}

}  // namespace

Result<std::optional<AccountRow>> account_by_name(Reader& reader, std::string_view username) {
  return one(reader, "WHERE username = ?", username);
}

Result<std::optional<AccountRow>> account_by_id(Reader& reader, std::int64_t id) {
  return one(reader, "WHERE id = ?", id);
}

Result<void> change_account(Transaction& transaction, const UserRow& row) {
  return only_done(transaction.execute("UPDATE users SET name = ?, role = ?, unit_id = ?, enabled = ? WHERE id = ?",
                                       {row.name, row.role, row.unit_id, row.enabled, row.id}));
}

Result<void> set_account_password(Transaction& transaction, std::int64_t id, std::string_view hash, bool must_change) {
  return only_done(transaction.execute("UPDATE users SET password_hash = ?, must_change = ?, demo = 0 WHERE id = ?",
                                       {hash, must_change, id}));
}

Result<void> set_totp(Transaction& transaction, std::int64_t id, std::string_view secret, std::string_view pending) {
  return only_done(transaction.execute("UPDATE users SET totp_secret = ?, totp_pending = ? WHERE id = ?",
                                       {bytes_or_null(secret), bytes_or_null(pending), id}));
}

Result<bool> use_totp_step(Transaction& transaction, std::int64_t id, std::int64_t step) {
  const Result<std::int64_t> done =
      transaction.execute("UPDATE users SET totp_step = ? WHERE id = ? AND totp_step < ?", {step, id, step});
  if (!done) return done.error();
  return *done == 1;
}

Result<void> replace_recovery_codes(Transaction& transaction, std::int64_t user_id,
                                    const std::vector<std::string>& hashes) {
  Result<void> done = only_done(transaction.execute("DELETE FROM recovery_codes WHERE user_id = ?", {user_id}));
  for (const std::string& hash : hashes) {
    if (!done) return done;
    done = only_done(
        transaction.execute("INSERT INTO recovery_codes (user_id, hash) VALUES (?, ?)", {user_id, Bound::bytes(hash)}));
  }
  return done;
}

Result<bool> use_recovery_code(Transaction& transaction, std::int64_t user_id, std::string_view hash) {
  const Result<std::int64_t> done =
      transaction.execute("DELETE FROM recovery_codes WHERE user_id = ? AND hash = ?", {user_id, Bound::bytes(hash)});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::vector<OwnSession>> sessions_of(Reader& reader, std::int64_t user_id) {
  std::vector<OwnSession> sessions;
  const Result<void> done = reader.query(
      "SELECT token_hash, created_at, last_seen_at, client FROM sessions WHERE user_id = ? ORDER BY rowid DESC",
      {user_id}, [&](const Row& row) {
        sessions.push_back({row.copy(0), Instant{row.integer(1)}, Instant{row.integer(2)}, row.copy(3)});
        return true;
      });
  if (!done) return done.error();
  return sessions;
}

Result<void> delete_sessions_but(Transaction& transaction, std::int64_t user_id, std::string_view kept_token_hash) {
  return only_done(transaction.execute("DELETE FROM sessions WHERE user_id = ? AND token_hash <> ?",
                                       {user_id, Bound::bytes(kept_token_hash)}));
}

Result<void> delete_own_session(Transaction& transaction, std::int64_t user_id, std::string_view token_hash) {
  return only_done(transaction.execute("DELETE FROM sessions WHERE user_id = ? AND token_hash = ?",
                                       {user_id, Bound::bytes(token_hash)}));
}

Result<void> set_session_client(Transaction& transaction, std::string_view token_hash, std::string_view client) {
  return only_done(
      transaction.execute("UPDATE sessions SET client = ? WHERE token_hash = ?", {client, Bound::bytes(token_hash)}));
}

}  // namespace hamandish::server

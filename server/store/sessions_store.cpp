#include "server/store/sessions_store.h"

namespace hamandish::server {
namespace {

Result<void> only_done(const Result<std::int64_t>& changed) {
  if (!changed) return changed.error();
  return {};
}

SessionRow read_session(const Row& row) {
  SessionRow session;
  session.token_hash = row.copy(0);
  session.created_at = Instant{row.integer(1)};
  session.last_seen_at = Instant{row.integer(2)};
  session.user.id = row.integer(3);
  session.user.username = row.copy(4);
  session.user.name = row.copy(5);
  session.user.role = row.copy(6);
  session.user.unit_id = row.copy(7);
  session.user.enabled = row.integer(8) != 0;
  session.must_change = row.integer(9) != 0;
  return session;
}

}  // namespace

Result<void> insert_session(Transaction& transaction, std::string_view token_hash, std::int64_t user_id, Instant now) {
  return only_done(
      transaction.execute("INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at) VALUES (?, ?, ?, ?)",
                          {Bound::bytes(token_hash), user_id, now.milliseconds, now.milliseconds}));
}

Result<std::optional<SessionRow>> session_by_token(Reader& reader, std::string_view token_hash) {
  std::optional<SessionRow> session;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT
          s.token_hash,
          s.created_at,
          s.last_seen_at,
          u.id,
          u.username,
          u.name,
          u.role,
          u.unit_id,
          u.enabled,
          u.must_change
        FROM sessions s
        JOIN users u ON u.id = s.user_id
        WHERE s.token_hash = ?
      )sql",
      {Bound::bytes(token_hash)}, [&](const Row& row) { session = read_session(row); });
  if (!done) return done.error();
  return session;
}

Result<void> set_last_seen(Transaction& transaction, std::string_view token_hash, Instant now) {
  return only_done(transaction.execute("UPDATE sessions SET last_seen_at = ? WHERE token_hash = ?",
                                       {now.milliseconds, Bound::bytes(token_hash)}));
}

Result<void> delete_session(Transaction& transaction, std::string_view token_hash) {
  return only_done(transaction.execute("DELETE FROM sessions WHERE token_hash = ?", {Bound::bytes(token_hash)}));
}

Result<void> delete_sessions_of(Transaction& transaction, std::string_view username) {
  return only_done(transaction.execute(
      "DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE username = ?)", {username}));
}

Result<void> delete_old_sessions(Transaction& transaction, Instant created_before, Instant seen_before) {
  return only_done(transaction.execute("DELETE FROM sessions WHERE created_at <= ? OR last_seen_at <= ?",
                                       {created_before.milliseconds, seen_before.milliseconds}));
}

Result<AttemptsRow> attempts_of(Reader& reader, std::string_view subject) {
  AttemptsRow attempts;
  const Result<bool> done =
      reader.first("SELECT failures, last_at, blocked_until FROM login_attempts WHERE subject = ?",
                   {Bound::bytes(subject)}, [&](const Row& row) {
                     attempts.failures = row.integer(0);
                     attempts.last_at = Instant{row.integer(1)};
                     attempts.blocked_until = Instant{row.integer(2)};
                   });
  if (!done) return done.error();
  return attempts;
}

Result<void> set_attempts(Transaction& transaction, std::string_view subject, const AttemptsRow& row) {
  return only_done(transaction.execute(
      R"sql(
        INSERT INTO login_attempts (
          subject,
          failures,
          last_at,
          blocked_until)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (subject) DO UPDATE SET
          failures = excluded.failures,
          last_at = excluded.last_at,
          blocked_until = excluded.blocked_until
      )sql",
      {Bound::bytes(subject), row.failures, row.last_at.milliseconds, row.blocked_until.milliseconds}));
}

Result<void> delete_attempts(Transaction& transaction, std::string_view subject) {
  return only_done(transaction.execute("DELETE FROM login_attempts WHERE subject = ?", {Bound::bytes(subject)}));
}

Result<void> delete_old_attempts(Transaction& transaction, Instant last_before) {
  return only_done(transaction.execute("DELETE FROM login_attempts WHERE last_at <= ?", {last_before.milliseconds}));
}

}  // namespace hamandish::server

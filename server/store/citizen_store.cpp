#include "server/store/citizen_store.h"

#include "server/store/attachments_store.h"

namespace hamandish::server {

Result<std::optional<Role>> role_of_user(Reader& reader, std::int64_t user_id) {
  std::optional<Role> role;
  const Result<bool> found = reader.first("SELECT role FROM users WHERE id = ?", {user_id},
                                          [&](const Row& row) { role = role_from(row.text(0)); });
  if (!found) return found.error();
  return role;
}

Result<bool> has_manager(Reader& reader, std::string_view unit_id, std::int64_t other_than) {
  return reader.first(
      R"sql(
        SELECT id
        FROM users
        WHERE unit_id = ? AND role = ? AND enabled = 1 AND id <> ?
        LIMIT 1
      )sql",
      {unit_id, wire_name(Role::unit_manager), other_than}, [](const Row&) {});
}

Result<bool> insert_rating(Transaction& transaction, std::int64_t case_id, int score, std::string_view comment,
                           Instant at) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO case_ratings (
          case_id,
          score,
          comment,
          at)
        VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
      )sql",
      {case_id, score, Bound::text_or_null(comment), at.milliseconds});
  if (!done) return done.error();
  return *done == 1;
}

Result<void> attach_further(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t case_id,
                            std::int64_t present) {
  if (Result<void> given = attach(transaction, ids, FileOwner::citizen_case, case_id, present); !given) return given;
  present += static_cast<std::int64_t>(ids.size());
  const Result<std::int64_t> counted =
      transaction.execute("UPDATE cases SET attachment_count = ? WHERE id = ?", {present, case_id});
  if (!counted) return counted.error();
  return {};
}

Result<std::vector<OwnCase>> cases_of_mobile(Reader& reader, std::string_view mobile, int limit) {
  std::vector<OwnCase> cases;
  const Result<void> done = reader.query(
      R"sql(
        SELECT
          id,
          tracking_code,
          registered_at
        FROM cases
        WHERE mobile = ?
        ORDER BY id DESC
        LIMIT ?
      )sql",
      {mobile, limit}, [&](const Row& row) {
        cases.push_back({row.integer(0), row.copy(1), Instant{row.integer(2)}});
        return true;
      });
  if (!done) return done.error();
  return cases;
}

}  // namespace hamandish::server

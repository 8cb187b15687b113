#include "server/store/profile_store.h"

namespace hamandish::server {

Result<std::optional<ProfileRow>> newest_profile(Reader& reader) {
  std::optional<ProfileRow> found;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT
          version,
          at,
          user_id,
          section,
          content
        FROM profile_versions
        ORDER BY version DESC
        LIMIT 1
      )sql",
      {}, [&](const Row& row) {
        found = ProfileRow{row.integer(0), Instant{row.integer(1)}, std::nullopt, row.copy(3), row.copy(4)};
        if (!row.is_null(2)) found->user_id = row.integer(2);
      });
  if (!done) return done.error();
  return found;
}

Result<void> insert_profile(Transaction& transaction, const ProfileRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      "INSERT INTO profile_versions (version, at, user_id, section, content) VALUES (?, ?, ?, ?, ?)",
      {row.version, row.at.milliseconds, row.user_id ? Bound(*row.user_id) : Bound(nullptr), row.section, row.content});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

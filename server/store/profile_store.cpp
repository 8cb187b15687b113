#include "server/store/profile_store.h"

#include <limits>

namespace hamandish::server {
namespace {

Result<std::optional<ProfileRow>> newest_up_to(Reader& reader, std::int64_t version) {
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
        WHERE version <= ?
        ORDER BY version DESC
        LIMIT 1
      )sql",
      {version}, [&](const Row& row) {
        found = ProfileRow{row.integer(0), Instant{row.integer(1)}, std::nullopt, row.copy(3), row.copy(4)};
        if (!row.is_null(2)) found->user_id = row.integer(2);
      });
  if (!done) return done.error();
  return found;
}

}  // namespace

Result<std::optional<ProfileRow>> newest_profile(Reader& reader) {
  return newest_up_to(reader, std::numeric_limits<std::int64_t>::max());
}

Result<std::optional<ProfileRow>> profile_of_version(Reader& reader, std::int64_t version) {
  return newest_up_to(reader, version);
}

Result<Instant> section_changed_at(Reader& reader, std::string_view section) {
  Instant at;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT max(at) FROM profile_versions WHERE section = ? OR version = (SELECT min(version) FROM profile_versions)
      )sql",
      {section}, [&](const Row& row) { at = Instant{row.integer(0)}; });
  if (!done) return done.error();
  return at;
}

Result<void> insert_profile(Transaction& transaction, const ProfileRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      "INSERT INTO profile_versions (version, at, user_id, section, content) VALUES (?, ?, ?, ?, ?)",
      {row.version, row.at.milliseconds, row.user_id ? Bound(*row.user_id) : Bound(nullptr), row.section, row.content});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

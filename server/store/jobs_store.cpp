#include "server/store/jobs_store.h"

namespace hamandish::server {

Result<Instant> next_run(Reader& reader, std::string_view job) {
  Instant next;
  const Result<bool> found = reader.first("SELECT next_at FROM jobs WHERE name = ?", {job},
                                          [&](const Row& row) { next = Instant{row.integer(0)}; });
  if (!found) return found.error();
  return next;
}

Result<void> note_run(Transaction& transaction, std::string_view job, Instant now, Instant next,
                      std::string_view error) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO jobs (name, next_at, last_at, last_error)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE
        SET
          next_at = excluded.next_at,
          last_at = excluded.last_at,
          last_error = excluded.last_error
      )sql",
      {job, next.milliseconds, now.milliseconds, Bound::text_or_null(error)});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

#include "server/store/meta_store.h"

#include "server/base/random.h"

namespace hamandish::server {

Result<std::string> secret(Database& database, std::string_view name) {
  std::string value;
  const Result<void> done = database.write([&](Transaction& transaction) -> Result<void> {
    const std::string fresh = random_bytes(32);
    const Result<std::int64_t> inserted = transaction.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", {name, Bound::bytes(fresh)});
    if (!inserted) return inserted.error();
    const Result<bool> found = transaction.first("SELECT value FROM meta WHERE name = ?", {name},
                                                 [&](const Row& row) { value = row.copy(0); });
    if (!found) return found.error();
    return {};
  });
  if (!done) return done.error();
  return value;
}

Result<void> ask(Reader& reader) {
  const Result<bool> found = reader.first("SELECT 1", {}, [](const Row&) {});
  return found ? Result<void>() : Result<void>(found.error());
}

}  // namespace hamandish::server

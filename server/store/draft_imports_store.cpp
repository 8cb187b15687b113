#include "server/store/draft_imports_store.h"

namespace hamandish::server {

Result<void> write_draft_import(Transaction& transaction, const DraftImportRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT OR REPLACE INTO draft_imports (user_id, at, file_name, body, numbered, problem)
        VALUES (?, ?, ?, ?, ?, ?)
      )sql",
      {row.user_id, row.at.milliseconds, row.file_name, Bound::text_or_null(row.text), row.numbered,
       Bound::text_or_null(row.problem)});
  if (!done) return done.error();
  return {};
}

Result<std::optional<DraftImportRow>> draft_import_of(Reader& reader, std::int64_t user_id) {
  std::optional<DraftImportRow> found;
  const Result<bool> done =
      reader.first("SELECT user_id, at, file_name, body, numbered, problem FROM draft_imports WHERE user_id = ?",
                   {user_id}, [&](const Row& row) {
                     found = DraftImportRow{row.integer(0), Instant{row.integer(1)},          row.copy(2),
                                            row.copy(3),    static_cast<int>(row.integer(4)), row.copy(5)};
                   });
  if (!done) return done.error();
  return found;
}

}  // namespace hamandish::server

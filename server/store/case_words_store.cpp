#include "server/store/case_words_store.h"

namespace hamandish::server {

Result<std::string> further_words(Reader& reader, std::int64_t case_id) {
  std::string words;
  const Result<bool> done = reader.first("SELECT words FROM case_further_words WHERE case_id = ?", {case_id},
                                         [&](const Row& row) { words = row.copy(0); });
  if (!done) return done.error();
  return words;
}

Result<void> set_further_words(Transaction& transaction, std::int64_t case_id, std::string_view words) {
  const Result<std::int64_t> written = transaction.execute(
      R"sql(
        INSERT INTO case_further_words (
          case_id,
          words)
        VALUES (?, ?)
        ON CONFLICT (case_id) DO UPDATE
        SET words = excluded.words
      )sql",
      {case_id, words});
  return written ? Result<void>() : Result<void>(written.error());
}

}  // namespace hamandish::server

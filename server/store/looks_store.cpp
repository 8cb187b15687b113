#include "server/store/looks_store.h"

namespace hamandish::server {

Result<void> insert_look(Transaction& transaction, std::int64_t user_id, std::int64_t case_id, std::string_view what,
                         Instant at) {
  const Result<std::int64_t> done = transaction.execute(
      "INSERT INTO looks (at, user_id, case_id, what) VALUES (?, ?, ?, ?)", {at.milliseconds, user_id, case_id, what});
  if (!done) return done.error();
  return {};
}

Result<void> insert_inbox_look(Transaction& transaction, const InboxLook& look) {
  const Result<std::int64_t> done =
      transaction.execute("INSERT INTO inbox_looks (at, user_id, words, shown) VALUES (?, ?, ?, ?)",
                          {look.at.milliseconds, look.user_id, Bound::text_or_null(look.words), look.shown});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

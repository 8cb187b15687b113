#include "server/service/services.h"

#include "server/base/random.h"
#include "server/service/login_backoff.h"
#include "server/store/attachments_store.h"
#include "server/store/sessions_store.h"

namespace hamandish::server {

Services::Services(const Profile& organisation, Database& database, PasswordCost cost)
    : profile(organisation),
      cases(organisation, database),
      uploads(database),
      sessions(organisation, database, cost),
      users(organisation, database, cost),
      database_(database),
      cost_(cost) {}

Result<void> Services::start() {
  if (!start_crypto()) return make_error(Code::unavailable, "error.unavailable", "libsodium does not start");
  Result<void> done = cases.start();
  if (done) done = uploads.start();
  if (done) done = sessions.start();
  return done;
}

Result<void> Services::tidy(Instant now) {
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> expired = delete_expired_attachments(transaction, now);
    if (!expired) return expired.error();
    Result<void> done = delete_old_sessions(transaction, now + -kSessionAbsolute, now + -kSessionIdle);
    if (done) done = delete_old_attempts(transaction, now + -kBackoffMemory);
    return done;
  });
}

Result<void> Services::ready() {
  return database_.read([](Reader& reader) -> Result<void> {
    const Result<bool> found = reader.first("SELECT 1", {}, [](const Row&) {});
    if (!found) return found.error();
    return {};
  });
}

}  // namespace hamandish::server

#include "server/service/services.h"

#include "server/base/log.h"
#include "server/base/random.h"
#include "server/service/login_backoff.h"
#include "server/store/attachments_store.h"
#include "server/store/meta_store.h"
#include "server/store/outbox_store.h"
#include "server/store/sessions_store.h"

namespace hamandish::server {

Services::Services(const Profile& first, Database& database, PasswordCost cost)
    : organisation(first, database),
      calls(organisation, database),
      cases(organisation, database),
      clocks(organisation, database),
      drafts(organisation, database),
      news(database),
      reports(organisation, database, news),
      uploads(database),
      sessions(organisation, database, cost),
      settings(organisation, database),
      search(database),
      statistics(database),
      surveys(organisation, database),
      users(organisation, database, cost),
      accounts(organisation, database, sessions, cost),
      database_(database),
      cost_(cost) {}

Result<void> Services::start(Instant now) {
  if (!start_crypto()) return make_error(Code::unavailable, "error.unavailable", "libsodium does not start");
  Result<void> done = organisation.start(now);
  if (done) done = cases.start();
  if (done) done = uploads.start();
  if (done) done = sessions.start();
  if (done) done = surveys.start();
  if (done) done = search.start();
  return done;
}

Result<void> Services::tidy(Instant now) {
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> expired = delete_expired_attachments(transaction, now);
    if (!expired) return expired.error();
    Result<void> done = delete_expired_survey_files(transaction, now);
    if (done) done = delete_old_sessions(transaction, now + -kSessionAbsolute, now + -kSessionIdle);
    if (done) done = delete_old_attempts(transaction, now + -kBackoffMemory);
    return done;
  });
}

Result<void> Services::pretend_to_send(Instant now) {
  constexpr std::int64_t kAtOnce = 100;
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::vector<OutboxRow>> due = due_messages(transaction, now, kAtOnce);
    if (!due) return due.error();
    for (const OutboxRow& row : *due) {
      Result<void> done = mark_sent(transaction, row.id, now);
      if (!done) return done;
      log_info("outbox_sent", {{"id", row.id}, {"cause", row.message.cause}});
    }
    return {};
  });
}

Result<void> Services::ready() {
  return database_.read([](Reader& reader) { return ask(reader); });
}

}  // namespace hamandish::server

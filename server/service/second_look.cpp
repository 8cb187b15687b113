#include "server/service/second_look.h"

#include "server/store/outbox_store.h"
#include "shared/cases/case_text.h"
#include "shared/messages/messages.h"

namespace hamandish::server {

Result<void> schedule_second_look(Transaction& transaction, const Profile& profile, const CaseRow& row, Instant now) {
  if (row.mobile.empty()) return {};
  OutboxMessage message;
  message.address = row.mobile;
  message.text =
      say("second_look.message", {{"organisation", profile.short_name}, {"code", grouped_code(row.tracking_code)}});
  message.cause = "second_look";
  message.once = "second_look:" + std::to_string(row.id);
  message.case_id = row.id;
  message.not_before = now + kSecondLookAfter;
  const Result<bool> queued = queue_message(transaction, message, now);
  if (!queued) return queued.error();
  return {};
}

}  // namespace hamandish::server

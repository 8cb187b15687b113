// Messages that go out: written in the transaction of what they tell of, so that neither is without the other, and sent
// later by the job «outbox» (server/jobs). Tests and developers read them here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

enum class OutboxChannel { sms, email };
std::string_view wire_name(OutboxChannel channel);

struct OutboxMessage {
  OutboxChannel channel = OutboxChannel::sms;
  std::string address;       // mobile with ASCII digits, or e-mail
  std::string text;          // as the receiver reads it, Persian
  std::string cause;         // «receipt», «code_recovery», «escalation» ...: for lists and reports
  std::string once;          // not empty: a second message with the same is not written, e.g. «warn:<case id>»
  std::int64_t case_id = 0;  // 0: none
  Instant not_before;        // zero: at once
};

struct OutboxRow {
  std::int64_t id = 0;
  OutboxMessage message;
  Instant created_at;
  std::string state;  // waiting, sent, failed
  std::int64_t attempts = 0;
};

// False if a message with the same `once` is there already.
Result<bool> queue_message(Transaction& transaction, const OutboxMessage& message, Instant now);
// Those of this cause that have not gone out are taken back.
Result<void> drop_waiting(Transaction& transaction, std::int64_t case_id, std::string_view cause);

// Waiting messages whose time has come, the oldest first.
Result<std::vector<OutboxRow>> due_messages(Reader& reader, Instant now, std::int64_t limit);
// Of one case, oldest first, in any state.
Result<std::vector<OutboxRow>> messages_of_case(Reader& reader, std::int64_t case_id);

Result<void> mark_sent(Transaction& transaction, std::int64_t id, Instant now);
// Tried in vain: again at `again`, or never more if that is zero.
Result<void> mark_failed(Transaction& transaction, std::int64_t id, Instant now, Instant again);

}  // namespace hamandish::server

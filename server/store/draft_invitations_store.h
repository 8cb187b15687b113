// Who was asked for a word on a draft, and whether it came.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/outbox_store.h"
#include "shared/base/time.h"
#include "shared/consultations/draft.h"

namespace hamandish::server {

struct DraftInvitationRow {
  std::int64_t id = 0;
  std::int64_t draft_id = 0;
  std::string token;  // bytes; hash of what the link holds
  CommenterGroup group = CommenterGroup::expert;
  std::string name;
  OutboxChannel channel = OutboxChannel::sms;
  std::string address;
  std::int64_t user_id = 0;
  Instant at;
  Instant opened_at{};          // zero: not yet
  std::int64_t comment_id = 0;  // 0: no comment came by it
};

// Gives the id. Conflict if this address was invited to this draft already.
Result<std::int64_t> insert_invitation(Transaction& transaction, const DraftInvitationRow& row);
Result<std::optional<DraftInvitationRow>> invitation_by_token(Reader& reader, std::string_view token);
Result<bool> is_invited(Reader& reader, std::int64_t draft_id, std::string_view address);
// The newest first.
Result<std::vector<DraftInvitationRow>> invitations_of(Reader& reader, std::int64_t draft_id, int limit);
// Only the first time counts.
Result<void> mark_opened(Transaction& transaction, std::int64_t id, Instant now);
Result<void> mark_answered(Transaction& transaction, std::int64_t id, std::int64_t comment_id);

}  // namespace hamandish::server

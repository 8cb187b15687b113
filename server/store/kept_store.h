// Messages that no case was made of: from machines and lists, more than a person writes, and without a word. They were
// stored and never answered; staff look through them, for a machine errs.
#pragma once

#include <optional>
#include <vector>

#include "server/store/database.h"
#include "server/store/inbound.h"

namespace hamandish::server {

struct KeptMessage {
  std::int64_t id = 0;
  InboundOutcome outcome = InboundOutcome::automatic;
  Instant received_at;
  std::int64_t raw_bytes = 0;  // 0: nothing is kept beside the text
  Inbound message;             // without its raw bytes
};

// The newest first, older than `before`; 0: from the newest.
Result<std::vector<KeptMessage>> kept_messages(Reader& reader, std::int64_t before, std::int64_t limit);
// Nothing if there is none, or if it belongs to a case by now.
Result<std::optional<KeptMessage>> kept_message(Reader& reader, std::int64_t id);
// Empty if nothing was kept.
Result<std::string> raw_message(Reader& reader, std::int64_t id);
Result<void> give_to_case(Transaction& transaction, std::int64_t id, std::int64_t case_id);

}  // namespace hamandish::server

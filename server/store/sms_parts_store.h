// Parts of SMS that wait for the rest of their message.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/inbound.h"

namespace hamandish::server {

struct SmsPartRow {
  std::int64_t id = 0;
  std::string source_id;
  std::string sender;
  std::string recipient;
  SmsPart part;
  std::string text;
  Instant received_at;
  bool joined = false;
};

// Whether this very part was held before.
Result<bool> part_is_known(Reader& reader, std::string_view source, std::string_view source_id);
Result<void> insert_part(Transaction& transaction, const Inbound& message, Instant now);
// Those under the reference of this one that came since then, in the order of their numbers.
Result<std::vector<SmsPartRow>> parts_like(Reader& reader, const Inbound& message, Instant since);
Result<void> mark_joined(Transaction& transaction, const std::vector<SmsPartRow>& parts, Instant now);

// A part that has waited since before `until`, with the name of its gateway; empty source: there is none.
struct WaitingPart {
  std::string source;
  SmsPartRow row;
};
Result<WaitingPart> oldest_waiting_part(Reader& reader, Instant until);
Result<void> forget_joined_parts(Transaction& transaction, Instant until);

}  // namespace hamandish::server

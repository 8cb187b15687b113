// What channels brought, who wants no SMS, and how each gateway and mailbox stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/inbound.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct InboundRow {
  std::int64_t id = 0;
  InboundOutcome outcome = InboundOutcome::blank;
  std::int64_t case_id = 0;  // 0: none
};
Result<std::optional<InboundRow>> inbound_by_source(Reader& reader, std::string_view source, std::string_view id);
// Gives its id. With the raw message, if there is one.
Result<std::int64_t> insert_inbound(Transaction& transaction, const Inbound& message, const InboundRow& row,
                                    Instant now);
// How many of this outcome, or of any, came from the sender since then.
Result<std::int64_t> inbound_since(Reader& reader, std::string_view sender, Instant since);

// The case of the newest message of this sender that opened or joined one since then; 0: none.
Result<std::int64_t> last_case_of_sender(Reader& reader, std::string_view sender, Instant since);
// The newest open case of a mobile that waits for its citizen; 0: none.
Result<std::int64_t> waiting_case_of_mobile(Reader& reader, std::string_view mobile);
// The case that an e-mail with this Message-ID belongs to, sent by us or by the citizen; 0: none.
Result<std::int64_t> case_of_message_id(Reader& reader, std::string_view message_id);
// Message-IDs of the e-mails of a case, theirs and ours, oldest first.
Result<std::vector<std::string>> message_ids_of_case(Reader& reader, std::int64_t case_id);

Result<bool> is_stopped(Reader& reader, std::string_view mobile);
Result<void> set_stopped(Transaction& transaction, std::string_view mobile, bool stopped, Instant now);

struct ChannelState {
  std::string name;
  bool paused = false;
  Instant last_success;  // zero: never
  Instant last_failure;
  std::int64_t failures = 0;  // since the last success
  std::string problem;
  std::string cursor;
  std::optional<std::int64_t> balance{};  // as the gateway said last
};
Result<std::vector<ChannelState>> channel_states(Reader& reader);
Result<ChannelState> channel_state(Reader& reader, std::string_view name);
Result<void> note_success(Transaction& transaction, std::string_view name, Instant now);
Result<void> note_failure(Transaction& transaction, std::string_view name, std::string_view problem, Instant now);
Result<void> set_balance(Transaction& transaction, std::string_view name, std::int64_t balance);
Result<void> set_paused(Transaction& transaction, std::string_view name, bool paused);
Result<void> set_cursor(Transaction& transaction, std::string_view name, std::string_view cursor);

}  // namespace hamandish::server

// Parts of SMS on their way to be one message. Inside the transaction that takes in what comes of it.
#pragma once

#include <optional>
#include <vector>

#include "server/store/database.h"
#include "server/store/inbound.h"

namespace hamandish::server {

// Holds a part; gives what can be taken in now: mostly nothing, or the whole message with its last part, and before it an
// unfinished one whose reference was used again. `message.part` is there.
Result<std::vector<Inbound>> hold_part(Transaction& transaction, const Inbound& message, Instant now);

// What is there of a message whose oldest part has waited for ten minutes; nothing: there is none, and parts of messages that
// were taken in a month ago are forgotten.
Result<std::optional<Inbound>> give_up_parts(Transaction& transaction, Instant now);

}  // namespace hamandish::server

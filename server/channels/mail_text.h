// What an e-mail of ours is beside its text.
#pragma once

#include "server/channels/gateway.h"
#include "server/store/database.h"
#include "server/store/outbox_store.h"

namespace hamandish::server {

// Message-ID, subject with the code, and the mails of the case before it.
void add_threading(Reader& reader, const OutboxRow& row, const std::string& domain, Outgoing& message);

}  // namespace hamandish::server

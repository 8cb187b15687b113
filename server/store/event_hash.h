// Ties each event to the one before it, so that a row changed or taken out behind the server's back breaks the chain.
#pragma once

#include <string>
#include <string_view>

#include "server/store/rows.h"

namespace hamandish::server {

// SHA-256 (32 bytes) over `previous` (32 bytes; empty for the first event of the database), then every column of the
// event in the order of the table, each with its length before it, so that no two rows give the same bytes. In form 2
// the hash of the text stands for the text, so that a text can be taken away and the chain still holds; form 1 is that
// of the events before migration 0020.
std::string event_hash(std::string_view previous, const EventRow& event);

}  // namespace hamandish::server

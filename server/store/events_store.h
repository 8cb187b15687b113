// What happened to cases; rows are only ever added.
#pragma once

#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/rows.h"

namespace hamandish::server {

// With the hash that ties it to the last one.
Result<void> append_event(Transaction& transaction, const EventRow& event);
// With a hash made elsewhere: for measurements.
Result<void> insert_event(Transaction& transaction, const EventRow& event, std::string_view hash);

// The hash of the first event of a case in the chain: bytes; empty if there is no such case.
Result<std::string> registration_hash(Reader& reader, std::int64_t case_id);

// Oldest first, with the names of the staff who acted.
Result<std::vector<EventRow>> events_of(Reader& reader, std::int64_t case_id);

// Takes the text away; the chain still holds. The caller appends the «redacted» event. False if there is no such event.
Result<bool> redact_event(Transaction& transaction, std::int64_t case_id, std::int64_t event_id);

// Walks the whole chain of hashes. Internal with the id of the first event that does not fit in `detail`.
Result<void> verify_events(Reader& reader);

}  // namespace hamandish::server

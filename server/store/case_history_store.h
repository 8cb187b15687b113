// Cases with their events, as reports read them: a few range queries for a whole month, whatever the number of cases.
#pragma once

#include <cstdint>
#include <functional>

#include "server/store/database.h"
#include "shared/reports/case_month.h"

namespace hamandish::server {

struct HistoryRange {
  Instant from;               // deadlines that were moved before are not of interest
  std::int64_t first_id = 0;  // of a case registered at or after `from`
  std::int64_t after_id = 0;  // of a case registered after the range
};

// Every case that was registered in the range, or before it and is open now or was touched since its beginning; in the
// order of registration. Nothing that names or quotes a person.
Result<void> each_case_history(Reader& reader, const HistoryRange& range,
                               const std::function<void(const CaseHistory&)>& each);

// Before the deadline of a case is changed.
Result<void> note_due_move(Transaction& transaction, std::int64_t case_id, Day due_before, Instant at);

}  // namespace hamandish::server

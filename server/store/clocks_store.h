// The clocks of open cases.
#pragma once

#include <optional>
#include <vector>

#include "server/store/database.h"
#include "shared/cases/case_clock.h"
#include "shared/cases/kinds.h"

namespace hamandish::server {

struct ClockRow {
  std::int64_t case_id = 0;
  CaseClock clock;
};

Result<std::optional<CaseClock>> clock_of(Reader& reader, std::int64_t case_id);
// Puts it in place of the one that is there, if any. `next`: of next_alarm.
Result<void> set_clock(Transaction& transaction, const ClockRow& row, const std::optional<Ringing>& next);
Result<void> delete_clock(Transaction& transaction, std::int64_t case_id);

// Whose alarm is due, the longest due first.
Result<std::vector<ClockRow>> due_clocks(Reader& reader, Instant now, std::int64_t limit);
// In the order of cases, after that case; for walking through all of them.
Result<std::vector<ClockRow>> clocks_after(Reader& reader, std::int64_t case_id, std::int64_t limit);

// What a clock needs to know of its case.
struct CaseFacts {
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  std::string unit_id;
  std::string tracking_code;
  Day due_on;
};
Result<std::optional<CaseFacts>> case_facts(Reader& reader, std::int64_t case_id);
Result<void> set_due_on(Transaction& transaction, std::int64_t case_id, Day due_on);

}  // namespace hamandish::server

// The table of cases.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/rows.h"

namespace hamandish::server {

// False, and nothing written, if the request key or the tracking code is taken.
Result<bool> insert_case(Transaction& transaction, const CaseRow& row);

Result<std::optional<CaseRow>> case_by_id(Reader& reader, std::int64_t id);
Result<std::optional<CaseRow>> case_by_code(Reader& reader, std::string_view tracking_code);
// Only what the citizen's page shows and the second factor: no persons, no work on it. For the look-up, the most frequent
// question of all.
Result<std::optional<CaseRow>> case_for_citizen(Reader& reader, std::string_view tracking_code);
Result<std::optional<CaseRow>> case_by_request(Reader& reader, std::string_view request_key);

// Writes what work changes of a case (unit, state, due_on, assigned_to, priority, unit_due_on, outcome,
// merged_into) as it stands in `row`, and raises the version by one. False, and nothing written, if row.version is not
// the present one: somebody else was faster.
Result<bool> change_case(Transaction& transaction, const CaseRow& row);
// Takes the citizen's text away; the subject stays.
Result<void> redact_case(Transaction& transaction, std::int64_t id);

// 0 if there is none.
Result<std::int64_t> greatest_case_id(Reader& reader);

// What a list shows of a case.
struct CaseSummary {
  std::int64_t id = 0;
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  std::string subject;
  std::string first_name;
  std::string last_name;
  std::string category_id;
  std::string unit_id;
  Instant registered_at;
  Day due_on;
  Priority priority = Priority::normal;
  bool objected = false;  // and not answered again yet
  std::string assigned_name;
  Instant first_reply_due;  // zero: there is no such promise, it was kept, or the citizen is waited for
};

Result<std::optional<CaseSummary>> case_summary(Reader& reader, std::int64_t id);

// With a smaller id.
Result<bool> any_case_before(Reader& reader, std::int64_t id);
Result<bool> any_case_of_unit(Reader& reader, std::string_view unit_id);

}  // namespace hamandish::server

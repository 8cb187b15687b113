// The disposition table: what became of every comment on a draft. A draft is issued only when no comment is left without an
// outcome and a reason; like comments are answered as one group.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/consultations/draft.h"

namespace hamandish {

// One row of the table: a group of like comments, or one comment.
struct DispositionRow {
  std::int64_t comments = 1;  // how many comments the row answers; a campaign counts once and shows its number
  std::optional<Disposition> outcome;
  std::string reason;          // in words that the commenter reads
  std::string changed_clause;  // id of the clause that was changed or added, if one was
};

// What the counts under the table say.
struct DispositionCounts {
  std::int64_t rows = 0;
  std::int64_t comments = 0;
  std::int64_t accepted = 0;  // rows, as the three below
  std::int64_t partly = 0;
  std::int64_t not_accepted = 0;
  std::int64_t undecided = 0;
};

// What a comment may have changed: the clauses that were proposed, in their order, and after them those that only the amended
// text has (empty: there is none yet).
Clauses changeable_clauses(Clauses proposed, const Clauses& amended);

// Invalid with the fields
// - outcome: disposition.outcome_needed
// - reason: disposition.reason_needed, whatever the outcome
// - changed_clause: disposition.clause_unknown, if it is neither empty nor in `clauses`; disposition.clause_needless, if
//   nothing was accepted.
Result<void> check_disposition(const DispositionRow& row, const Clauses& clauses);

// Accepted, partly and not accepted and undecided add up to rows.
DispositionCounts count_dispositions(const std::vector<DispositionRow>& rows);

// What issuing needs. Conflict «draft.comments_undecided» with the parameter {count} while a row is undecided; invalid with
// the fields number (draft.issue_number_needed) and text (draft.text_empty).
Result<void> check_issue(const std::vector<DispositionRow>& rows, const std::string& number, const Clauses& final_text);

}  // namespace hamandish

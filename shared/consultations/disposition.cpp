#include "shared/consultations/disposition.h"

#include <algorithm>

#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish {

Clauses changeable_clauses(Clauses proposed, const Clauses& amended) {
  const std::size_t were = proposed.size();
  for (const Clause& clause : amended) {
    const auto end = proposed.begin() + static_cast<std::ptrdiff_t>(were);
    const bool was = std::any_of(proposed.begin(), end, [&](const Clause& one) { return one.id == clause.id; });
    if (!was) proposed.push_back(clause);
  }
  return proposed;
}

Result<void> check_disposition(const DispositionRow& row, const Clauses& clauses) {
  Error error = make_error(Code::invalid, "error.invalid");
  if (!row.outcome) error.fields.push_back({"outcome", "disposition.outcome_needed", {}});
  if (text::blank(row.reason)) error.fields.push_back({"reason", "disposition.reason_needed", {}});
  const auto is_it = [&](const Clause& clause) { return clause.id == row.changed_clause; };
  if (!row.changed_clause.empty() && std::none_of(clauses.begin(), clauses.end(), is_it)) {
    error.fields.push_back({"changed_clause", "disposition.clause_unknown", {}});
  } else if (!row.changed_clause.empty() && row.outcome == Disposition::not_accepted) {
    error.fields.push_back({"changed_clause", "disposition.clause_needless", {}});
  }
  if (!error.fields.empty()) return error;
  return {};
}

DispositionCounts count_dispositions(const std::vector<DispositionRow>& rows) {
  DispositionCounts counts;
  for (const DispositionRow& row : rows) {
    ++counts.rows;
    counts.comments += row.comments;
    if (!row.outcome) {
      ++counts.undecided;
    } else if (*row.outcome == Disposition::accepted) {
      ++counts.accepted;
    } else if (*row.outcome == Disposition::partly) {
      ++counts.partly;
    } else {
      ++counts.not_accepted;
    }
  }
  return counts;
}

Result<void> check_issue(const std::vector<DispositionRow>& rows, const std::string& number,
                         const Clauses& final_text) {
  if (const std::int64_t undecided = count_dispositions(rows).undecided; undecided > 0) {
    Error error = make_error(Code::conflict, "draft.comments_undecided");
    error.params.push_back({"count", text::persian_number(undecided)});
    return error;
  }
  Error error = make_error(Code::invalid, "error.invalid");
  if (text::blank(number)) error.fields.push_back({"number", "draft.issue_number_needed", {}});
  if (final_text.empty()) error.fields.push_back({"text", "draft.text_empty", {}});
  if (!error.fields.empty()) return error;
  return {};
}

}  // namespace hamandish

#include "shared/consultations/disposition.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace hamandish {
namespace {

const Clauses kText = {{ClauseKind::article, "a1", "ماده ۱", "متن"}};

std::vector<std::string> errors_of(const Result<void>& result) {
  std::vector<std::string> all;
  if (result) return all;
  for (const FieldError& one : result.error().fields) all.push_back(one.field + " " + one.key);
  return all;
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a comment may have changed what was proposed, or brought what was added") {
  const Clause added{ClauseKind::note, "a1-n1", "تبصره ۱ ماده ۱", "افزوده"};
  const Clauses amended = {{ClauseKind::article, "a1", "ماده ۱", "متن دیگر"}, added};
  CHECK(changeable_clauses(kText, {}) == kText);
  CHECK(changeable_clauses(kText, amended) == Clauses{kText[0], added});
  CHECK(changeable_clauses({}, amended) == amended);
  const DispositionRow row{1, Disposition::accepted, "افزوده شد", "a1-n1"};
  CHECK(errors_of(check_disposition(row, kText)) == List{"changed_clause disposition.clause_unknown"});
  CHECK(errors_of(check_disposition(row, changeable_clauses(kText, amended))).empty());
}

TEST_CASE("a row needs an outcome and a reason, and names a clause that is there") {
  CHECK(errors_of(check_disposition({1, Disposition::accepted, "درست بود", "a1"}, kText)).empty());
  CHECK(errors_of(check_disposition({1, Disposition::not_accepted, "خلاف قانون است", ""}, kText)).empty());
  CHECK(errors_of(check_disposition({}, kText)) ==
        List{"outcome disposition.outcome_needed", "reason disposition.reason_needed"});
  CHECK(errors_of(check_disposition({1, Disposition::partly, "تا اندازه‌ای", "a9"}, kText)) ==
        List{"changed_clause disposition.clause_unknown"});
  CHECK(errors_of(check_disposition({1, Disposition::not_accepted, "نه", "a1"}, kText)) ==
        List{"changed_clause disposition.clause_needless"});
}

TEST_CASE("the parts of the count add up") {
  const std::vector<DispositionRow> rows = {{1, Disposition::accepted, "۱", "a1"},
                                            {250, Disposition::not_accepted, "۲", ""},
                                            {3, Disposition::partly, "۳", ""},
                                            {1, {}, "", ""}};
  const DispositionCounts counts = count_dispositions(rows);
  CHECK(counts.rows == 4);
  CHECK(counts.comments == 255);
  CHECK(counts.accepted + counts.partly + counts.not_accepted + counts.undecided == counts.rows);
  CHECK(counts.undecided == 1);
}

TEST_CASE("nothing is issued while a comment has no outcome") {
  const std::vector<DispositionRow> open_row = {{1, Disposition::accepted, "۱", ""}, {1, {}, "", ""}};
  const Result<void> refused = check_issue(open_row, "۱۲/۳۴", kText);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "draft.comments_undecided");
  CHECK(refused.error().params[0].value == "۱");
  CHECK(check_issue({}, "۱۲/۳۴", kText).ok());  // no comment at all
  CHECK(errors_of(check_issue({}, " ", {})) == List{"number draft.issue_number_needed", "text draft.text_empty"});
}

}  // namespace hamandish

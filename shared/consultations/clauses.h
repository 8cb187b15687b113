// Finds the numbered clauses of a regulation in its plain text, as it comes out of a word processor: articles (ماده), the
// notes below them (تبصره) and the items of lists (بند، الف، ۱). Dirty text is the rule (domain.md 0): Arabic letters, all
// three sets of digits, hyphens, dashes, kashida, colons and closing brackets after the number.
#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/consultations/draft.h"

namespace hamandish {

// What one draft may hold; more is refused rather than cut.
inline constexpr int kMostClauses = 2000;
inline constexpr int kMostDraftBytes = 2 * 1024 * 1024;

// The clauses in the order of the text. A line that begins no clause belongs to the one before it; what stands before the
// first is the preamble. A text without any numbered line is one preamble. Two clauses that would have the same id (a draft
// numbers an article twice) get «-2», «-3» appended, so that a comment never points at two places.
// Invalid: draft.text_empty, draft.too_many_clauses; too_large: draft.text_too_long.
Result<Clauses> find_clauses(std::string_view plain_text);

}  // namespace hamandish

// Reads the beginning of one line: does a clause begin here, of which kind, with which number? One step of
// shared/consultations/clauses.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/consultations/draft.h"

namespace hamandish {

struct ClauseHead {
  ClauseKind kind = ClauseKind::article;
  std::string
      label;  // «۲» as Persian digits, «الف», «۱-۲»; empty for a lone note and for a single article (ماده واحده)
  int number = 0;  // of a plain number; 0 for anything else
  int letter = 0;  // 1 for «الف», 2 for «ب» ...; 0 for anything else
  bool separated =
      false;              // a hyphen, colon, dash, full stop, bracket or kashida, or the line's end, follows the number
  std::string_view rest;  // of the line, after the head
};

// nullopt if no clause begins here for certain or perhaps. Without `separated` it is only perhaps one: «ماده ۵ این قانون»
// may be a reference. `line` is as typed, not normalised: a kashida separates.
std::optional<ClauseHead> read_clause_head(std::string_view line);

}  // namespace hamandish

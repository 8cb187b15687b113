// The difference of two texts, word by word, for a proposed wording and for «what changed» of an issued draft. Myers' greedy
// algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986), so the fewest words are marked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/consultations/draft.h"

namespace hamandish {

enum class DiffOp { same, removed, added };

struct DiffPart {
  DiffOp op = DiffOp::same;
  std::string text;  // words with the spaces and line ends between them
  bool operator==(const DiffPart&) const = default;
};

// Neighbouring parts differ in their op. The texts of `same` and `removed` joined are `before` again, of `same` and `added`
// `after`, to the byte. Texts that have more than kMostDiffEdits changed words come back as one removed and one added part:
// nobody reads such a diff, and its cost grows with the square.
inline constexpr int kMostDiffEdits = 1500;
std::vector<DiffPart> diff_words(std::string_view before, std::string_view after);

// One clause of «what changed».
struct ClauseChange {
  enum class Kind { same, changed, removed, added };
  Kind kind = Kind::same;
  std::string id;
  std::string name;             // of the new text, or of the old if it was removed
  std::vector<DiffPart> parts;  // of changed clauses only; else the text is in `text`
  std::string text;
};

// Clauses are matched by their ids. In the order of the new text; a removed clause stands where it was.
std::vector<ClauseChange> diff_clauses(const Clauses& before, const Clauses& after);

}  // namespace hamandish

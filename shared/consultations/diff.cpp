#include "shared/consultations/diff.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hamandish {
namespace {

using Words = std::vector<std::string_view>;

bool is_gap(char one) {
  return one == ' ' || one == '\n';
}

// Words and the gaps between them are pieces of their own, so that joining them gives the text again.
Words pieces_of(std::string_view text) {
  Words pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at + 1;
    while (end < text.size() && is_gap(text[end]) == is_gap(text[at])) ++end;
    pieces.push_back(text.substr(at, end - at));
    at = end;
  }
  return pieces;
}

void add_part(std::vector<DiffPart>& parts, DiffOp op, std::string_view text) {
  if (text.empty()) return;
  if (parts.empty() || parts.back().op != op) parts.push_back({op, {}});
  parts.back().text += text;
}

// The furthest points reached with 0, 1, 2 ... edits, diagonal by diagonal; empty if more than kMostDiffEdits are needed.
// Row d holds, for the diagonals -d, -d+2 ... d, how much of `before` is used up there.
using Trace = std::vector<std::vector<int>>;

struct Edits {
  const Words& before;
  const Words& after;

  int slide(int x, int diagonal) const {
    while (x < static_cast<int>(before.size()) && x - diagonal < static_cast<int>(after.size()) &&
           before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - diagonal)]) {
      ++x;
    }
    return x;
  }
  bool is_end(int x, int diagonal) const {
    return x >= static_cast<int>(before.size()) && x - diagonal >= static_cast<int>(after.size());
  }
};

// True if the way to `diagonal` with `edits` edits comes from the diagonal above it, by adding a word.
bool comes_by_adding(const std::vector<int>& row, int edits, int diagonal) {
  if (diagonal == -edits) return true;
  if (diagonal == edits) return false;
  const auto index = static_cast<std::size_t>((diagonal + edits) / 2);  // of diagonal + 1 in the row of edits - 1
  return row[index - 1] < row[index];
}

int start_of(const std::vector<int>& row, int edits, int diagonal) {
  const auto index = static_cast<std::size_t>((diagonal + edits) / 2);
  return comes_by_adding(row, edits, diagonal) ? row[index] : row[index - 1] + 1;
}

Trace trace_of(const Edits& edits) {
  Trace trace;
  trace.push_back({edits.slide(0, 0)});
  if (edits.is_end(trace[0][0], 0)) return trace;
  for (int count = 1; count <= kMostDiffEdits; ++count) {
    std::vector<int> row;
    row.reserve(static_cast<std::size_t>(count) + 1);
    bool reached = false;
    for (int diagonal = -count; diagonal <= count; diagonal += 2) {
      const int x = edits.slide(start_of(trace.back(), count, diagonal), diagonal);
      row.push_back(x);
      reached = reached || edits.is_end(x, diagonal);
    }
    trace.push_back(std::move(row));
    if (reached) return trace;
  }
  return {};
}

struct Step {
  DiffOp op;
  std::string_view text;
};

// From the end back to the beginning.
std::vector<Step> steps_back(const Edits& edits, const Trace& trace) {
  std::vector<Step> steps;
  int x = static_cast<int>(edits.before.size());
  int y = static_cast<int>(edits.after.size());
  for (int count = static_cast<int>(trace.size()) - 1; count > 0; --count) {
    const int diagonal = x - y;
    const std::vector<int>& row = trace[static_cast<std::size_t>(count) - 1];
    const bool adding = comes_by_adding(row, count, diagonal);
    const int start = start_of(row, count, diagonal);
    for (; x > start; --x, --y) steps.push_back({DiffOp::same, edits.before[static_cast<std::size_t>(x) - 1]});
    if (adding) {
      steps.push_back({DiffOp::added, edits.after[static_cast<std::size_t>(--y)]});
    } else {
      steps.push_back({DiffOp::removed, edits.before[static_cast<std::size_t>(--x)]});
    }
  }
  for (; x > 0; --x) steps.push_back({DiffOp::same, edits.before[static_cast<std::size_t>(x) - 1]});
  return steps;
}

const Clause* clause_of(const Clauses& clauses, const std::string& id) {
  const auto at = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& one) { return one.id == id; });
  return at == clauses.end() ? nullptr : &*at;
}

}  // namespace

std::vector<DiffPart> diff_words(std::string_view before, std::string_view after) {
  const Words before_pieces = pieces_of(before);
  const Words after_pieces = pieces_of(after);
  const Edits edits{before_pieces, after_pieces};
  const Trace trace = trace_of(edits);
  std::vector<DiffPart> parts;
  if (trace.empty()) {
    add_part(parts, DiffOp::removed, before);
    add_part(parts, DiffOp::added, after);
    return parts;
  }
  const std::vector<Step> steps = steps_back(edits, trace);
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) add_part(parts, step->op, step->text);
  return parts;
}

std::vector<ClauseChange> diff_clauses(const Clauses& before, const Clauses& after) {
  using Kind = ClauseChange::Kind;
  std::vector<ClauseChange> changes;
  std::size_t next = 0;  // of `before`
  const auto tell_removed = [&](const std::string* until) {
    for (; next < before.size() && (until == nullptr || before[next].id != *until); ++next) {
      const Clause& old = before[next];
      if (clause_of(after, old.id) == nullptr) changes.push_back({Kind::removed, old.id, old.name, {}, old.text});
    }
  };
  for (const Clause& clause : after) {
    const Clause* old = clause_of(before, clause.id);
    if (old == nullptr) {
      changes.push_back({Kind::added, clause.id, clause.name, {}, clause.text});
      continue;
    }
    // A clause that was moved up is not looked for again from where it was.
    if (old >= before.data() + next) {
      tell_removed(&clause.id);
      ++next;
    }
    const bool same = old->text == clause.text;
    std::vector<DiffPart> parts = same ? std::vector<DiffPart>{} : diff_words(old->text, clause.text);
    changes.push_back({same ? Kind::same : Kind::changed, clause.id, clause.name, std::move(parts), clause.text});
  }
  tell_removed(nullptr);
  return changes;
}

}  // namespace hamandish

// What answers say, counted: from stored tallies, so that a survey with 100,000 answers is read as quickly as one with ten.
//
// A tally is a slot (survey.h), a value and how many gave it. For every question that was answered there is also the tally
// of its id with the value kAnsweredValue: how many answered it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/surveys/survey.h"

namespace hamandish {

inline constexpr std::string_view kAnsweredValue = "*";
// Where the public reads results, a count below this is not said (and so cannot be tied to a person).
inline constexpr std::int64_t kLeastShown = 5;
// With fewer numbers no interval is worth its name.
inline constexpr std::int64_t kLeastForInterval = 5;

struct Tallied {
  std::string slot;
  std::string value;
  std::int64_t count = 0;
  bool operator==(const Tallied&) const = default;
};

// What one response adds: its answers that can be counted (no texts, no files), and the questions it answered.
std::vector<Tallied> tallies_of(const Survey& survey, const Answers& answers);

struct Share {
  std::string id;
  std::string name;
  std::int64_t count = 0;
  std::optional<int> percent;  // of those who answered, rounded; empty without any
  bool hidden = false;         // small, before the public
};

struct Mean {
  double mean = 0;
  std::optional<std::pair<double, double>> interval;  // 95 %, by the normal distribution
};
// Of numbers, each with how often it was given. Nothing without any.
std::optional<Mean> mean_of(const std::vector<std::pair<std::int64_t, std::int64_t>>& counts);

// The results of one question, or of one row of a matrix or choice of a ranking.
struct Distribution {
  std::string part;  // name of the row or choice; empty: the whole question
  std::vector<Share> shares;
  std::optional<Mean> mean;
};
struct QuestionResult {
  const Question* question = nullptr;
  std::int64_t answered = 0;
  bool hidden = false;  // too few answered it for the public
  std::vector<Distribution> parts;
};
// In the order of the form, without sections. `before_public`: small counts hidden, and with exactly one hidden in a
// distribution the next smallest too, or it could be found by subtraction. The survey must outlive the answer.
std::vector<QuestionResult> results_of(const Survey& survey, const std::vector<Tallied>& tallies, bool before_public);

}  // namespace hamandish

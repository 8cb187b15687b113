#include "shared/surveys/results.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "shared/surveys/conditions.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

using Counts = std::map<std::string, std::vector<Tallied>, std::less<>>;

bool is_counted(const Question& question, const std::string& slot) {
  const QuestionKind kind = question.kind;
  const bool text = kind == QuestionKind::short_text || kind == QuestionKind::long_text || kind == QuestionKind::file ||
                    kind == QuestionKind::date;
  return !text && !slot.ends_with("_other_text");
}

std::int64_t count_in(const Counts& counts, const std::string& slot, std::string_view value) {
  const auto found = counts.find(slot);
  if (found == counts.end()) return 0;
  for (const Tallied& one : found->second) {
    if (one.value == value) return one.count;
  }
  return 0;
}

std::optional<int> percent_of(std::int64_t count, std::int64_t all) {
  constexpr std::int64_t kHundred = 100;
  if (all <= 0) return std::nullopt;
  return static_cast<int>((count * kHundred + all / 2) / all);
}

Share share_of(const Choice& choice, std::int64_t count, std::int64_t all) {
  return {choice.id, choice.name, count, percent_of(count, all)};
}

std::optional<Mean> mean_in(const std::vector<Share>& shares) {
  std::vector<std::pair<std::int64_t, std::int64_t>> numbers;
  numbers.reserve(shares.size());
  for (const Share& share : shares) numbers.emplace_back(text::parse_integer(share.id).value_or(0), share.count);
  return mean_of(numbers);
}

// What stands in the slot for each of the choices.
Distribution of_slot(const Counts& counts, const std::string& slot, const std::vector<Choice>& choices,
                     std::int64_t answered) {
  Distribution made;
  for (const Choice& choice : choices)
    made.shares.push_back(share_of(choice, count_in(counts, slot, choice.id), answered));
  return made;
}

// Every number that was given, the smallest first.
Distribution of_numbers(const Counts& counts, const std::string& slot, std::int64_t answered) {
  Distribution made;
  const auto found = counts.find(slot);
  if (found == counts.end()) return made;
  for (const Tallied& one : found->second) {
    const std::optional<std::int64_t> number = text::parse_integer(one.value);
    if (!number) continue;  // the tally of who answered
    made.shares.push_back(share_of({one.value, text::persian_number(*number)}, one.count, answered));
  }
  const auto number = [](const Share& share) { return text::parse_integer(share.id).value_or(0); };
  std::sort(made.shares.begin(), made.shares.end(),
            [&](const Share& a, const Share& b) { return number(a) < number(b); });
  made.mean = mean_in(made.shares);
  return made;
}

Distribution of_ticks(const Counts& counts, const Question& question, std::int64_t answered) {
  Distribution made;
  for (const Choice& choice : offered_choices(question)) {
    made.shares.push_back(share_of(choice, count_in(counts, slot_of(question, choice.id), "1"), answered));
  }
  return made;
}

std::vector<Choice> places_of(const Question& question) {
  std::vector<Choice> places;
  places.reserve(question.choices.size());
  for (std::size_t i = 1; i <= question.choices.size(); ++i) {
    places.push_back({std::to_string(i), text::persian_number(static_cast<std::int64_t>(i))});
  }
  return places;
}

std::vector<Distribution> parts_of(const Counts& counts, const Question& question, std::int64_t answered) {
  std::vector<Distribution> parts;
  const bool matrix = question.kind == QuestionKind::matrix;
  const std::vector<Choice> choices = matrix ? question.choices : places_of(question);
  for (const Choice& part : matrix ? question.rows : question.choices) {
    parts.push_back(of_slot(counts, slot_of(question, part.id), choices, answered));
    parts.back().part = part.name;
    if (!matrix) parts.back().mean = mean_in(parts.back().shares);
  }
  return parts;
}

std::vector<Distribution> distributions(const Counts& counts, const Question& question, std::int64_t answered) {
  switch (question.kind) {
    case QuestionKind::multiple:
      return {of_ticks(counts, question, answered)};
    case QuestionKind::matrix:
    case QuestionKind::ranking:
      return parts_of(counts, question, answered);
    case QuestionKind::number:
      return {of_numbers(counts, question.id, answered)};
    default:
      break;
  }
  if (!is_one_choice(question.kind)) return {};
  Distribution made = of_slot(counts, question.id, offered_choices(question), answered);
  if (is_numeric(question.kind)) made.mean = mean_in(made.shares);
  return {std::move(made)};
}

void hide_small(Distribution& distribution) {
  std::vector<Share*> said;  // not hidden and not nothing, the smallest first
  int hidden = 0;
  for (Share& share : distribution.shares) {
    share.hidden = share.count > 0 && share.count < kLeastShown;
    if (share.hidden) ++hidden;
    if (share.count > 0 && !share.hidden) said.push_back(&share);
  }
  std::sort(said.begin(), said.end(), [](const Share* a, const Share* b) { return a->count < b->count; });
  if (hidden == 1 && !said.empty()) said.front()->hidden = true;
  for (Share& share : distribution.shares) {
    if (!share.hidden) continue;
    share.count = 0;
    share.percent.reset();
    distribution.mean.reset();  // with all others it would give the small one away
  }
}

}  // namespace

std::vector<Tallied> tallies_of(const Survey& survey, const Answers& answers) {
  std::vector<Tallied> tallies;
  for (const Question& question : survey.questions) {
    bool any = false;
    for (const std::string& slot : slots_of(question)) {
      const std::string_view value = answer(answers, slot);
      if (value.empty()) continue;
      any = true;
      if (is_counted(question, slot)) tallies.push_back({slot, std::string(value), 1});
    }
    if (any) tallies.push_back({question.id, std::string(kAnsweredValue), 1});
  }
  return tallies;
}

std::optional<Mean> mean_of(const std::vector<std::pair<std::int64_t, std::int64_t>>& counts) {
  constexpr double kNormal95 = 1.959964;
  double all = 0;
  double sum = 0;
  for (const auto& [value, count] : counts) {
    all += static_cast<double>(count);
    sum += static_cast<double>(value) * static_cast<double>(count);
  }
  if (all <= 0) return std::nullopt;
  Mean made{sum / all, std::nullopt};
  if (all < static_cast<double>(kLeastForInterval)) return made;
  double squares = 0;
  for (const auto& [value, count] : counts) {
    const double apart = static_cast<double>(value) - made.mean;
    squares += apart * apart * static_cast<double>(count);
  }
  const double half = kNormal95 * std::sqrt(squares / (all - 1) / all);
  made.interval = {made.mean - half, made.mean + half};
  return made;
}

std::vector<QuestionResult> results_of(const Survey& survey, const std::vector<Tallied>& tallies, bool before_public) {
  Counts counts;
  for (const Tallied& one : tallies) counts[one.slot].push_back(one);
  std::vector<QuestionResult> results;
  for (const Question& question : survey.questions) {
    if (question.kind == QuestionKind::section) continue;
    QuestionResult result;
    result.question = &question;
    result.answered = count_in(counts, question.id, kAnsweredValue);
    result.parts = distributions(counts, question, result.answered);
    if (before_public) {
      result.hidden = result.answered > 0 && result.answered < kLeastShown;
      if (result.hidden) result.answered = 0;
      if (result.hidden) result.parts.clear();
      for (Distribution& part : result.parts) hide_small(part);
    }
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace hamandish

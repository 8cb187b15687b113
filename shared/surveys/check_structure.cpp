#include "shared/surveys/check_structure.h"

#include <algorithm>
#include <limits>

#include "shared/calendar/jalali_text.h"
#include "shared/surveys/conditions.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

using Errors = std::vector<FieldError>;

constexpr std::size_t kIdLetters = 20;
constexpr int kMostSteps = 11;

bool is_id(std::string_view id) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && id.size() <= kIdLetters && std::all_of(id.begin(), id.end(), fits);
}

bool longer_than(const std::string& text, int letters) {
  return text::count_scalars(text) > static_cast<std::size_t>(letters);
}

struct Limits {
  std::size_t least;
  std::size_t most;
};

void check_list(Errors& errors, const std::vector<Choice>& list, const std::string& field, const Limits& limits) {
  if (list.size() < limits.least)
    errors.push_back({field, "survey.choices_needed", {{"count", std::to_string(limits.least)}}});
  if (list.size() > limits.most) {
    errors.push_back({field,
                      "survey.too_many_choices",
                      {{"max", std::to_string(limits.most)}, {"count", std::to_string(list.size())}}});
    return;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto same = [&](const Choice& other) { return other.id == list[i].id || other.name == list[i].name; };
    const auto end = list.begin() + static_cast<std::ptrdiff_t>(i);
    if (!is_id(list[i].id) || list[i].id == kOtherChoice)
      errors.push_back({field, "survey.id_bad", {{"id", text::ltr(list[i].id)}}});
    if (std::any_of(list.begin(), end, same))
      errors.push_back({field, "survey.choice_twice", {{"choice", list[i].name}}});
    if (text::blank(list[i].name) || longer_than(list[i].name, kChoiceLetters)) {
      errors.push_back({field, "survey.choice_too_long", {{"max", std::to_string(kChoiceLetters)}}});
    }
  }
}

void check_kind(Errors& errors, const Question& question) {
  const std::string choices = question.id + ".choices";
  switch (question.kind) {
    case QuestionKind::single:
    case QuestionKind::multiple:
    case QuestionKind::ranking:
      return check_list(errors, question.choices, choices, {2, kMostChoices});
    case QuestionKind::matrix:
      check_list(errors, question.choices, choices, {2, kMostSteps});
      return check_list(errors, question.rows, question.id + ".rows", {1, kMostRows});
    case QuestionKind::scale: {
      const std::int64_t steps = static_cast<std::int64_t>(question.highest) - question.lowest + 1;
      if (steps < 2 || steps > kMostSteps) errors.push_back({question.id + ".scale", "survey.scale_bad", {}});
      return;
    }
    case QuestionKind::number:
      if (question.least && question.most && *question.least > *question.most) {
        errors.push_back({question.id + ".most", "survey.range_bad", {}});
      }
      return;
    default:
      return;
  }
}

void check_pipes(Errors& errors, const Survey& survey, std::size_t at) {
  const Question& question = survey.questions[at];
  for (const std::string* text : {&question.text, &question.help}) {
    for (const std::string& id : pipes_in(*text)) {
      const Question* source = find_question(survey, id);
      const bool is_section = source != nullptr && source->kind == QuestionKind::section;
      if (source == nullptr || is_section)
        errors.push_back({question.id + ".text", "survey.pipe_unknown", {{"id", text::ltr(id)}}});
      if (source != nullptr && source - survey.questions.data() >= static_cast<std::ptrdiff_t>(at)) {
        errors.push_back({question.id + ".text", "survey.pipe_forward", {{"id", text::ltr(id)}}});
      }
    }
  }
}

// --- Conditions

struct Subject {
  const Question* question = nullptr;
  bool part = false;  // a row of a matrix, a choice of a ranking
};

Subject subject_of(const Survey& survey, const std::string& subject) {
  const std::size_t mark = subject.find('_');
  const Question* question = find_question(survey, subject.substr(0, mark));
  if (question == nullptr || question->kind == QuestionKind::section) return {};
  const bool parts = question->kind == QuestionKind::matrix || question->kind == QuestionKind::ranking;
  if (mark == std::string::npos) return {question, false};
  const std::vector<std::string> slots = slots_of(*question);
  const bool known = parts && std::find(slots.begin(), slots.end(), subject) != slots.end();
  return known ? Subject{question, true} : Subject{};
}

bool is_known_choice(const Subject& subject, const std::string& value) {
  const std::vector<Choice> choices = offered_choices(*subject.question);
  return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.id == value; });
}

// Whether the test means something for the answers to the question.
bool fits(const Subject& subject, Test test) {
  const QuestionKind kind = subject.question->kind;
  if (test == Test::answered || test == Test::unanswered) return true;
  const bool text = kind == QuestionKind::short_text || kind == QuestionKind::long_text;
  if (test == Test::contains) return text;
  const bool ordered =
      is_numeric(kind) || kind == QuestionKind::date || (kind == QuestionKind::ranking && subject.part);
  if (test == Test::at_least || test == Test::at_most) return ordered;
  if (kind == QuestionKind::file) return false;
  return subject.part || (kind != QuestionKind::matrix && kind != QuestionKind::ranking);
}

bool value_fits(const Subject& subject, const Condition& condition) {
  if (condition.test == Test::answered || condition.test == Test::unanswered) return true;
  switch (subject.question->kind) {
    case QuestionKind::number:
    case QuestionKind::ranking:
      return text::parse_integer(condition.value).has_value();
    case QuestionKind::date:
      return parse_jalali(condition.value).has_value();
    case QuestionKind::short_text:
    case QuestionKind::long_text:
      return !text::blank(condition.value);
    default:
      return is_known_choice(subject, condition.value);
  }
}

// What conditions joined by «and» leave of one subject.
struct Left {
  std::string subject;
  bool several = false;
  bool answered = false;
  bool unanswered = false;
  std::vector<std::string> is;
  std::vector<std::string> is_not;
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

// Dates as numbers, too: 1405/08/30 is 14050830.
std::int64_t number_of(const Condition& condition) {
  if (const auto date = parse_jalali(condition.value)) {
    constexpr std::int64_t kHundred = 100;
    return (date->year * kHundred + date->month) * kHundred + date->day;
  }
  return text::parse_integer(condition.value).value_or(0);
}

void take(Left& left, const Condition& condition) {
  (condition.test == Test::unanswered ? left.unanswered : left.answered) = true;
  if (condition.test == Test::is) left.is.push_back(condition.value);
  if (condition.test == Test::is_not) left.is_not.push_back(condition.value);
  if (condition.test == Test::at_least) left.least = std::max(left.least, number_of(condition));
  if (condition.test == Test::at_most) left.most = std::min(left.most, number_of(condition));
}

bool is_contradiction(const Left& left) {
  if ((left.answered && left.unanswered) || left.least > left.most) return true;
  for (const std::string& value : left.is) {
    if (std::find(left.is_not.begin(), left.is_not.end(), value) != left.is_not.end()) return true;
    if (left.several) continue;
    if (value != left.is.front()) return true;
    const bool bounded =
        left.least != std::numeric_limits<std::int64_t>::min() || left.most != std::numeric_limits<std::int64_t>::max();
    const std::int64_t number = number_of({Join::and_also, {}, Test::is, value});
    if (bounded && (number < left.least || number > left.most)) return true;
  }
  return false;
}

// The place of the first condition that cannot hold together with those before it in its run; none: npos.
std::size_t contradiction_in(const Survey& survey, const std::vector<Condition>& show) {
  std::vector<Left> run;
  for (std::size_t i = 0; i < show.size(); ++i) {
    if (i > 0 && show[i].join == Join::or_else) run.clear();
    auto left = std::find_if(run.begin(), run.end(), [&](const Left& one) { return one.subject == show[i].subject; });
    if (left == run.end()) {
      const Question* question = subject_of(survey, show[i].subject).question;
      const bool several = question != nullptr && question->kind == QuestionKind::multiple;
      run.emplace_back();
      run.back().subject = show[i].subject;
      run.back().several = several;
      left = run.end() - 1;
    }
    take(*left, show[i]);
    if (is_contradiction(*left)) return i;
  }
  return std::string::npos;
}

const char* fault_of(const Survey& survey, std::size_t at, const Condition& condition) {
  const Subject subject = subject_of(survey, condition.subject);
  if (subject.question == nullptr) return "survey.condition_unknown";
  const std::ptrdiff_t place = subject.question - survey.questions.data();
  if (place == static_cast<std::ptrdiff_t>(at)) return "survey.condition_self";
  if (place > static_cast<std::ptrdiff_t>(at)) return "survey.condition_forward";
  if (!fits(subject, condition.test)) return "survey.condition_kind";
  return value_fits(subject, condition) ? nullptr : "survey.condition_choice";
}

void check_conditions(Errors& errors, const Survey& survey, std::size_t at) {
  const Question& question = survey.questions[at];
  const auto place = [&](std::size_t i) { return question.id + ".show." + std::to_string(i + 1); };
  const auto params = [&](const Condition& condition) { return Params{{"id", text::ltr(condition.subject)}}; };
  if (question.show.size() > kMostConditions) {
    errors.push_back({question.id + ".show", "survey.too_many_conditions", {{"max", std::to_string(kMostConditions)}}});
  }
  bool sound = true;
  for (std::size_t i = 0; i < question.show.size(); ++i) {
    const char* fault = fault_of(survey, at, question.show[i]);
    if (fault == nullptr) continue;
    sound = false;
    errors.push_back({place(i), fault, params(question.show[i])});
  }
  if (!sound) return;
  const std::size_t against = contradiction_in(survey, question.show);
  if (against != std::string::npos) {
    errors.push_back({place(against), "survey.condition_contradiction", params(question.show[against])});
  }
}

void check_question(Errors& errors, const Survey& survey, std::size_t at) {
  const Question& question = survey.questions[at];
  const auto end = survey.questions.begin() + static_cast<std::ptrdiff_t>(at);
  const bool twice =
      std::any_of(survey.questions.begin(), end, [&](const Question& one) { return one.id == question.id; });
  if (!is_id(question.id)) errors.push_back({question.id + ".id", "survey.id_bad", {{"id", text::ltr(question.id)}}});
  if (twice) errors.push_back({question.id + ".id", "survey.id_twice", {{"id", text::ltr(question.id)}}});
  if (text::blank(question.text)) errors.push_back({question.id + ".text", "survey.text_needed", {}});
  if (longer_than(question.text, kQuestionLetters) || longer_than(question.help, kQuestionLetters)) {
    errors.push_back({question.id + ".text", "survey.text_too_long", {{"max", std::to_string(kQuestionLetters)}}});
  }
  check_kind(errors, question);
  check_pipes(errors, survey, at);
  check_conditions(errors, survey, at);
}

}  // namespace

std::vector<FieldError> check_survey(const Survey& survey) {
  Errors errors;
  if (text::blank(survey.title)) errors.push_back({"title", "survey.title_needed", {}});
  if (survey.questions.size() > kMostQuestions) {
    errors.push_back({"questions", "survey.too_many_questions", {{"max", std::to_string(kMostQuestions)}}});
    return errors;
  }
  const bool any = std::any_of(survey.questions.begin(), survey.questions.end(),
                               [](const Question& question) { return question.kind != QuestionKind::section; });
  if (!any) errors.push_back({"questions", "survey.no_questions", {}});
  for (std::size_t i = 0; i < survey.questions.size(); ++i) check_question(errors, survey, i);
  return errors;
}

}  // namespace hamandish

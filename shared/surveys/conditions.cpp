#include "shared/surveys/conditions.h"

#include <algorithm>

#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/search_key.h"

namespace hamandish {
namespace {

// The question whose slot this is.
const Question* owner_of(const Survey& survey, std::string_view slot) {
  return find_question(survey, slot.substr(0, slot.find('_')));
}

bool any_answer(const Question& question, const Answers& answers) {
  const std::vector<std::string> slots = slots_of(question);
  return std::any_of(slots.begin(), slots.end(),
                     [&](const std::string& slot) { return !answer(answers, slot).empty(); });
}

// Numbers by size, dates (with zeros in front) and all else as texts.
bool at_least(std::string_view value, std::string_view bound) {
  const auto left = text::parse_integer(value);
  const auto right = text::parse_integer(bound);
  return left && right ? *left >= *right : value >= bound;
}

bool is_ticked(const Question& question, const Answers& answers, const std::string& choice) {
  return answer(answers, slot_of(question, choice)) == "1";
}

bool holds_one(const Condition& condition, const Question& question, const Answers& answers) {
  const bool whole = condition.subject == question.id;
  const std::string_view value = answer(answers, condition.subject);
  const bool answered = whole ? any_answer(question, answers) : !value.empty();
  const bool several = whole && question.kind == QuestionKind::multiple;
  const bool same = several ? is_ticked(question, answers, condition.value) : value == condition.value;
  switch (condition.test) {
    case Test::unanswered:
      return !answered;
    case Test::answered:
      return answered;
    case Test::is:
      return answered && same;
    case Test::is_not:
      return answered && !same;
    case Test::at_least:
      return answered && at_least(value, condition.value);
    case Test::at_most:
      return answered && at_least(condition.value, value);
    case Test::contains:
      return answered && text::search_key(value).find(text::search_key(condition.value)) != std::string::npos;
  }
  return false;
}

bool asks_anything(const Survey& survey, const std::vector<bool>& shown, const SurveyPage& page) {
  return std::any_of(page.begin(), page.end(),
                     [&](std::size_t at) { return shown[at] && survey.questions[at].kind != QuestionKind::section; });
}

std::string name_of(const std::vector<Choice>& choices, std::string_view id) {
  for (const Choice& choice : choices) {
    if (choice.id == id) return choice.name;
  }
  return std::string(id);
}

void join(std::string& words, const std::string& more) {
  if (more.empty()) return;
  words = words.empty() ? more : say("survey.and_more", {{"words", words}, {"more", more}});
}

std::string ticked_in_words(const Question& question, const Answers& answers) {
  std::string words;
  for (const Choice& choice : question.choices) {
    if (is_ticked(question, answers, choice.id)) join(words, choice.name);
  }
  if (is_ticked(question, answers, std::string(kOtherChoice))) {
    const std::string_view own = answer(answers, slot_of(question, "other_text"));
    join(words, own.empty() ? say("survey.other") : std::string(own));
  }
  return words;
}

std::string parts_in_words(const Question& question, const Answers& answers) {
  const bool matrix = question.kind == QuestionKind::matrix;
  std::string words;
  for (const Choice& part : matrix ? question.rows : question.choices) {
    const std::string_view value = answer(answers, slot_of(question, part.id));
    if (value.empty()) continue;
    const std::string what = matrix ? name_of(question.choices, value) : text::persian_digits(value);
    join(words, say("survey.part", {{"part", part.name}, {"value", what}}));
  }
  return words;
}

}  // namespace

bool holds(const std::vector<Condition>& show, const Survey& survey, const Answers& answers) {
  if (show.empty()) return true;
  bool run = true;  // of conditions joined by «and»
  for (std::size_t i = 0; i < show.size(); ++i) {
    if (i > 0 && show[i].join == Join::or_else) {
      if (run) return true;
      run = true;
    }
    const Question* question = owner_of(survey, show[i].subject);
    run = run && question != nullptr && holds_one(show[i], *question, answers);
  }
  return run;
}

std::vector<bool> shown_questions(const Survey& survey, const Answers& answers) {
  std::vector<bool> shown;
  shown.reserve(survey.questions.size());
  Answers counted;  // of the questions shown so far
  bool section = true;
  for (const Question& question : survey.questions) {
    const bool fits = holds(question.show, survey, counted);
    if (question.kind == QuestionKind::section) section = fits;
    shown.push_back(fits && section);
    if (!shown.back()) continue;
    for (const std::string& slot : slots_of(question)) {
      const std::string_view value = answer(answers, slot);
      if (!value.empty()) set_answer(counted, slot, std::string(value));
    }
  }
  return shown;
}

std::optional<std::size_t> next_page(const Survey& survey, const std::vector<SurveyPage>& pages, const Answers& answers,
                                     std::size_t page) {
  const std::vector<bool> shown = shown_questions(survey, answers);
  for (std::size_t i = page + 1; i < pages.size(); ++i) {
    if (asks_anything(survey, shown, pages[i])) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> previous_page(const Survey& survey, const std::vector<SurveyPage>& pages,
                                         const Answers& answers, std::size_t page) {
  const std::vector<bool> shown = shown_questions(survey, answers);
  for (std::size_t i = std::min(page, pages.size()); i > 0; --i) {
    // The first page also asks what the answers are about.
    if (i == 1 || asks_anything(survey, shown, pages[i - 1])) return i - 1;
  }
  return std::nullopt;
}

std::vector<std::string> pipes_in(std::string_view text) {
  std::vector<std::string> ids;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    ids.emplace_back(text.substr(open + 1, close - open - 1));
  }
  return ids;
}

std::string piped(const Survey& survey, const Answers& answers, const std::string& text) {
  std::string made = text;
  for (const std::string& id : pipes_in(text)) {
    const Question* question = find_question(survey, id);
    if (question == nullptr) continue;
    std::string words = answer_in_words(*question, answers);
    if (words.empty()) words = say("survey.no_words");
    const std::string mark = "{" + id + "}";
    const std::size_t at = made.find(mark);
    if (at != std::string::npos) made.replace(at, mark.size(), words);
  }
  return made;
}

std::string answer_in_words(const Question& question, const Answers& answers) {
  const std::string_view value = answer(answers, question.id);
  switch (question.kind) {
    case QuestionKind::section:
      return {};
    case QuestionKind::multiple:
      return ticked_in_words(question, answers);
    case QuestionKind::matrix:
    case QuestionKind::ranking:
      return parts_in_words(question, answers);
    case QuestionKind::number:
    case QuestionKind::date:
      return text::persian_digits(value);
    default:
      break;
  }
  if (value.empty() || !is_one_choice(question.kind)) return std::string(value);
  const std::string_view own = answer(answers, slot_of(question, "other_text"));
  return value == kOtherChoice && !own.empty() ? std::string(own) : name_of(offered_choices(question), value);
}

}  // namespace hamandish

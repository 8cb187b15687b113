#include "shared/surveys/answers.h"

#include <algorithm>
#include <set>

#include "shared/calendar/jalali_text.h"
#include "shared/surveys/conditions.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

class Checker {
 public:
  explicit Checker(const Answers& given) : given_(given) {}

  void question(const Question& question) {
    switch (question.kind) {
      case QuestionKind::section:
        return;
      case QuestionKind::multiple:
        return multiple(question);
      case QuestionKind::matrix:
        return matrix(question);
      case QuestionKind::ranking:
        return ranking(question);
      case QuestionKind::number:
        return number(question);
      case QuestionKind::date:
        return date(question);
      case QuestionKind::short_text:
        return text(question, question.id, kShortAnswerLetters, question.required);
      case QuestionKind::long_text:
        return text(question, question.id, kLongAnswerLetters, question.required);
      case QuestionKind::file:
        return keep(question, question.id, std::string(answer(given_, question.id)));
      default:
        return one_choice(question);
    }
  }

  const Answers& so_far() const { return made_.answers; }
  CheckedSurvey& made() { return made_; }

 private:
  void fail(const std::string& slot, std::string_view key, Params params = {}) {
    made_.errors.push_back({slot, std::string(key), std::move(params)});
  }

  // An answer that holds, or none, which is wrong if one is needed.
  void keep(const Question& question, const std::string& slot, std::string value) {
    if (value.empty() && question.required) return fail(slot, "survey.answer_needed");
    if (!value.empty()) made_.answers.push_back({slot, std::move(value)});
  }

  void text(const Question& question, const std::string& slot, int letters, bool required) {
    const bool lines = question.kind == QuestionKind::long_text;
    const std::string_view typed = answer(given_, slot);
    std::string value = lines ? text::for_storage(typed) : text::for_storage_one_line(typed);
    if (text::blank(value)) value.clear();
    if (value.empty() && required)
      return fail(slot, slot == question.id ? "survey.answer_needed" : "survey.answer_other");
    if (text::count_scalars(value) > static_cast<std::size_t>(letters)) {
      return fail(slot, "survey.answer_too_long", {{"max", std::to_string(letters)}});
    }
    if (!value.empty()) made_.answers.push_back({slot, std::move(value)});
  }

  void one_choice(const Question& question) {
    const std::string value(answer(given_, question.id));
    const std::vector<Choice> choices = offered_choices(question);
    const auto is = [&](const Choice& choice) { return choice.id == value; };
    if (!value.empty() && std::none_of(choices.begin(), choices.end(), is)) {
      return fail(question.id, "survey.answer_unknown_choice");
    }
    keep(question, question.id, value);
    if (value == kOtherChoice && question.other)
      text(question, slot_of(question, "other_text"), kShortAnswerLetters, true);
  }

  void multiple(const Question& question) {
    bool any = false;
    for (const Choice& choice : offered_choices(question)) {
      const std::string slot = slot_of(question, choice.id);
      const std::string_view value = answer(given_, slot);
      if (!value.empty() && value != "1") fail(slot, "survey.answer_unknown_choice");
      if (value != "1") continue;
      any = true;
      made_.answers.push_back({slot, "1"});
      if (choice.id == kOtherChoice) text(question, slot_of(question, "other_text"), kShortAnswerLetters, true);
    }
    if (!any && question.required) fail(question.id, "survey.answer_needed");
  }

  void matrix(const Question& question) {
    for (const Choice& row : question.rows) {
      const std::string slot = slot_of(question, row.id);
      const std::string value(answer(given_, slot));
      const auto is = [&](const Choice& choice) { return choice.id == value; };
      if (!value.empty() && std::none_of(question.choices.begin(), question.choices.end(), is)) {
        fail(slot, "survey.answer_unknown_choice");
      } else {
        keep(question, slot, value);
      }
    }
  }

  // All places or none; each once.
  void ranking(const Question& question) {
    std::set<std::int64_t> places;
    bool any = false;
    const auto count = static_cast<std::int64_t>(question.choices.size());
    for (const Choice& choice : question.choices) {
      const std::optional<std::int64_t> place = text::parse_integer(answer(given_, slot_of(question, choice.id)));
      any = any || !answer(given_, slot_of(question, choice.id)).empty();
      if (place && *place >= 1 && *place <= count) places.insert(*place);
    }
    if (!any && !question.required) return;
    if (places.size() != question.choices.size()) {
      return fail(slot_of(question, question.choices.front().id), any ? "survey.answer_ranks" : "survey.answer_needed",
                  {{"count", std::to_string(count)}});
    }
    for (const Choice& choice : question.choices) {
      const std::string slot = slot_of(question, choice.id);
      made_.answers.push_back({slot, std::to_string(text::parse_integer(answer(given_, slot)).value_or(0))});
    }
  }

  void number(const Question& question) {
    const std::string_view typed = answer(given_, question.id);
    if (text::blank(typed)) return keep(question, question.id, {});
    const std::optional<std::int64_t> value = text::parse_integer(typed);
    if (!value) return fail(question.id, "survey.answer_not_number");
    if (question.least && *value < *question.least) {
      return fail(question.id, "survey.answer_too_small", {{"min", text::persian_number(*question.least)}});
    }
    if (question.most && *value > *question.most) {
      return fail(question.id, "survey.answer_too_large", {{"max", text::persian_number(*question.most)}});
    }
    keep(question, question.id, std::to_string(*value));
  }

  void date(const Question& question) {
    const std::string_view typed = answer(given_, question.id);
    if (text::blank(typed)) return keep(question, question.id, {});
    const std::optional<JalaliDate> value = parse_jalali(typed);
    if (!value) return fail(question.id, jalali_fault(typed, "survey.answer_not_date"));
    keep(question, question.id, text::ascii_digits(short_date(to_day(*value))));
  }

  const Answers& given_;
  CheckedSurvey made_;
};

// Slots that are none of the form's.
void refuse_unknown(const Survey& survey, const Answers& given, std::vector<FieldError>& errors) {
  std::set<std::string> known;
  for (const Question& question : survey.questions) {
    for (std::string& slot : slots_of(question)) known.insert(std::move(slot));
  }
  for (const Answer& one : given) {
    if (known.find(one.field) == known.end()) errors.push_back({one.field, "survey.answer_unknown", {}});
  }
}

}  // namespace

CheckedSurvey check_survey_answers(const Survey& survey, const Answers& given, HiddenAnswers hidden) {
  Checker checker(given);
  bool section = true;
  for (const Question& question : survey.questions) {
    const bool fits = holds(question.show, survey, checker.so_far());
    if (question.kind == QuestionKind::section) section = fits;
    if (fits && section) {
      checker.question(question);
      continue;
    }
    if (hidden == HiddenAnswers::drop) continue;
    for (const std::string& slot : slots_of(question)) {
      if (!answer(given, slot).empty()) checker.made().errors.push_back({slot, "survey.answer_hidden", {}});
    }
  }
  if (hidden == HiddenAnswers::refuse) refuse_unknown(survey, given, checker.made().errors);
  return std::move(checker.made());
}

std::vector<FieldError> errors_on_page(const Survey& survey, const SurveyPage& page,
                                       const std::vector<FieldError>& errors) {
  std::vector<FieldError> found;
  for (const FieldError& error : errors) {
    const std::string owner = error.field.substr(0, error.field.find('_'));
    const bool here =
        std::any_of(page.begin(), page.end(), [&](std::size_t at) { return survey.questions[at].id == owner; });
    if (here) found.push_back(error);
  }
  return found;
}

}  // namespace hamandish

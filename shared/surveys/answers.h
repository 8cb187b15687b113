// Answers to a survey: normalised, checked, all errors at once, each at its slot.
#pragma once

#include "shared/surveys/survey.h"

namespace hamandish {

// What is done with answers to questions that are hidden. A form that a person filled keeps what was typed before another
// answer hid it: that is dropped. A program that answers a hidden question is mistaken and is told so.
enum class HiddenAnswers { drop, refuse };

struct CheckedSurvey {
  Answers answers;                 // normalised: of shown questions alone, in the order of the form
  std::vector<FieldError> errors;  // field: a slot
};
// Errors: survey.answer_needed, survey.answer_unknown_choice, survey.answer_not_number, survey.answer_too_small,
// survey.answer_too_large, survey.answer_not_date, survey.answer_too_long, survey.answer_ranks (each place once),
// survey.answer_other (what is other?), survey.answer_hidden, survey.answer_unknown (no such slot).
CheckedSurvey check_survey_answers(const Survey& survey, const Answers& given, HiddenAnswers hidden);

// The errors of one page alone.
std::vector<FieldError> errors_on_page(const Survey& survey, const SurveyPage& page,
                                       const std::vector<FieldError>& errors);

}  // namespace hamandish

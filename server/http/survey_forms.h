// What the public's and the staff's pages of surveys share: posted answers, steps between the pages of a form.
#pragma once

#include <string>
#include <vector>

#include "server/http/routes.h"
#include "server/service/surveys_service.h"
#include "shared/pages/surveys_page.h"

namespace hamandish::server {

// Answers to the survey as they were posted, and «answer_unit», «answer_service». Files are stored and stand as their ids;
// what is wrong with one is put into `errors`.
Answers posted_answers(const Call& call, const SurveyView& view, std::vector<FieldError>& errors);

// What a press of a button leads to, before anything is stored.
struct SurveyMove {
  pages::SurveyAnswerState state;  // the page to show
  bool finished = false;           // nothing more is asked: the answers may be taken
};
SurveyMove move_in_survey(const SurveyView& view, const pages::SurveyPress& press, pages::SurveyAnswerState state);
// On the page where the first of the errors stands.
void show_errors(const SurveyView& view, pages::SurveyAnswerState& state, const std::vector<FieldError>& errors);

}  // namespace hamandish::server

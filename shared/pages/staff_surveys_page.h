// Surveys for staff: the list, one survey with its questions and steps, its settings, one question, personal links. Made
// whole by the server.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/state.h"
#include "shared/surveys/survey.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kStaffSurveysPath = "/staff/surveys";
// /staff/surveys/<id>, or one of its rooms: «settings», «add/<kind>», «questions/<id>», «preview», «links», «results».
std::string staff_survey_address(std::int64_t id, std::string_view room = {});

struct StaffSurveyItem {
  std::int64_t id = 0;
  std::string title;
  SurveyPhase phase = SurveyPhase::draft;
  std::int64_t answers = 0;
  Instant updated_at;
};
struct StaffSurveysState {
  std::vector<StaffSurveyItem> items;
  bool may_keep = false;
};
view::Node staff_surveys_view(const Site& site, const StaffSurveysState& state);

struct StaffSurveyState {
  StaffSurveyItem item;
  std::int64_t version = 0;
  SurveyState state = SurveyState::draft;
  std::int64_t form = 0;
  std::int64_t links = 0;
  Survey survey;
  SurveyRules rules;
  bool unpublished = false;  // what is being written differs from what people answer
  bool may_keep = false;
  std::vector<FieldError> errors;  // of check_survey
  std::string failure;
};
view::Node staff_survey_view(const Site& site, const StaffSurveyState& state);

// A form with what was typed into it.
struct SurveyFormState {
  std::int64_t id = 0;
  std::int64_t version = 0;
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
};
// Fields: survey_title, survey_lead, survey_thanks, paged, by_unit, by_service, access, anonymous, after_cases,
// results_public, opens_day, opens_time, closes_day, closes_time, quota.
view::Node survey_settings_view(const Site& site, const SurveyFormState& state);

// One question. Fields: text, help_text, required, choices, rows, other, lowest, highest, low_label, high_label, least, most,
// and for each condition show_1_join, show_1_subject, show_1_test, show_1_value.
struct QuestionFormState : SurveyFormState {
  std::string question;  // id; empty: a new one
  QuestionKind kind = QuestionKind::short_text;
  std::vector<view::Option> subjects;  // what conditions may ask for: earlier questions
  bool may_move_up = false;
  bool may_move_down = false;
};
inline constexpr int kConditionRows = 4;
view::Node survey_question_view(const Site& site, const QuestionFormState& state);

struct SurveyLinksState : SurveyFormState {
  struct Link {
    std::int64_t number = 0;
    std::string address;
    bool used = false;
  };
  std::string survey_title;
  std::vector<Link> links;
};
view::Node survey_links_view(const Site& site, const SurveyLinksState& state);

}  // namespace hamandish::pages

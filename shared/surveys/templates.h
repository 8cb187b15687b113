// Surveys to begin with.
#pragma once

#include <array>
#include <string_view>

#include "shared/surveys/survey.h"

namespace hamandish {

enum class SurveyTemplate { empty, service_satisfaction };
inline constexpr std::array kSurveyTemplates = {SurveyTemplate::service_satisfaction, SurveyTemplate::empty};

std::string_view wire_name(SurveyTemplate which);
std::optional<SurveyTemplate> survey_template_from(std::string_view wire_name);

// The satisfaction survey has the ten items and the axes of domain.md 1.4 (information, answering, precision, time, trust;
// mastery and order of the office; who the person is), is asked per unit and service, and hides what does not apply.
Survey make_survey(SurveyTemplate which);

}  // namespace hamandish

// A survey as JSON: as it is stored, and as open data.
#pragma once

#include "shared/json/json.h"
#include "shared/surveys/survey.h"

namespace hamandish {

Json survey_json(const Survey& survey);
// Invalid with fields where it is no such document; says nothing of its sense (check_survey).
Result<Survey> read_survey(const Json& json);

Json rules_json(const SurveyRules& rules);
Result<SurveyRules> read_rules(const Json& json);

}  // namespace hamandish

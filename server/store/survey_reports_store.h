// What the report about surveys reads: counts of responses and tallies in a time, by unit and service. Never answers.
#pragma once

#include <cstdint>
#include <vector>

#include "server/store/database.h"
#include "server/store/report_facts_store.h"
#include "server/store/surveys_store.h"
#include "shared/reports/surveys_report.h"

namespace hamandish::server {

Result<std::vector<PlacedAnswers>> survey_answers_between(Reader& reader, std::int64_t survey_id, const Period& period);
// How many responses a filter leaves.
Result<std::int64_t> survey_answers_in(Reader& reader, std::int64_t survey_id, const SurveyFilter& filter);
struct DayRange {
  Day first;
  Day last;
};
Result<std::vector<PlacedTally>> placed_tallies(Reader& reader, std::int64_t survey_id, const DayRange& days);

}  // namespace hamandish::server

// What the report about surveys is made of, from the database.
#pragma once

#include <vector>

#include "server/store/database.h"
#include "shared/reports/surveys_report.h"

namespace hamandish::server {

// Surveys that could be answered in the month, or were, the newest first. `now` decides only how they stand now.
Result<std::vector<SurveyMonth>> survey_months(Reader& reader, JalaliMonth month, Instant now);

}  // namespace hamandish::server

// The report about surveys: what people answered in a month, how satisfied they are, about which unit and service. Made of the
// tallies that are kept with each answer (shared/surveys/results.h), never of responses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/directory/profile.h"
#include "shared/reports/document.h"
#include "shared/reports/statistics.h"
#include "shared/surveys/results.h"
#include "shared/surveys/survey.h"

namespace hamandish {

// How many responses, or tallies, are about one unit and service; either may be empty.
struct SurveyPlace {
  std::string unit_id;
  std::string service_id;
};
struct PlacedAnswers {
  SurveyPlace place;
  std::int64_t count = 0;
};
struct PlacedTally {
  SurveyPlace place;
  Tallied tally;
};

// A survey that could be answered in the month, or was.
struct SurveyMonth {
  std::int64_t id = 0;
  Survey survey;  // the newest form
  SurveyPhase phase = SurveyPhase::open;
  std::optional<Day> opened_on;
  std::optional<Day> closed_on;
  std::vector<PlacedAnswers> answers;  // responses of the month
  std::int64_t month_before = 0;       // responses
  std::int64_t year_before = 0;
  std::int64_t until = 0;  // all up to the end of the month
  std::vector<PlacedTally> tallies;
  std::vector<Tallied> tallies_before;  // of the month before
};

ReportDocument surveys_document(const Profile& profile, JalaliMonth month, const std::vector<SurveyMonth>& surveys);

}  // namespace hamandish

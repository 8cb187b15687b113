// Surveys, their forms, and the counts of their answers. Answers themselves: survey_responses_store.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/surveys/results.h"
#include "shared/surveys/survey.h"

namespace hamandish::server {

struct SurveyRow {
  std::int64_t id = 0;       // given by insert_survey
  std::int64_t version = 1;  // raised by every change that staff make
  SurveyState state = SurveyState::draft;
  std::string content;    // JSON of the form that is being written (shared/surveys/survey_json.h)
  std::string rules;      // JSON
  std::int64_t form = 0;  // number of the newest form that was opened; 0: none
  std::int64_t answers = 0;
  std::int64_t links = 0;  // how many personal links there are
  Instant updated_at;
  std::optional<Instant> opened_at;
  std::optional<Instant> closed_at;
};

Result<std::int64_t> insert_survey(Transaction& transaction, const SurveyRow& row);
// Every column but id, version and answers, and raises the version. False if the version is not row.version.
Result<bool> update_survey(Transaction& transaction, const SurveyRow& row);
Result<std::optional<SurveyRow>> survey_by_id(Reader& reader, std::int64_t id);
// The newest first. There are tens of them, not thousands.
Result<std::vector<SurveyRow>> surveys_in(Reader& reader, SurveyState state);
Result<std::vector<SurveyRow>> all_surveys(Reader& reader);

Result<void> insert_survey_form(Transaction& transaction, std::int64_t survey_id, std::int64_t number,
                                std::string_view content, Instant at);
// Nothing if there is none.
Result<std::optional<std::string>> survey_form(Reader& reader, std::int64_t survey_id, std::int64_t number);

// What narrows results; empty: nothing.
struct SurveyFilter {
  std::string unit_id{};
  std::string service_id{};
  std::optional<Day> from{};
  std::optional<Day> to{};  // this day included
  bool is_empty() const { return unit_id.empty() && service_id.empty() && !from && !to; }
};
// One response more, in the sums and in those of its day, unit and service.
struct TallyScope {
  std::int64_t survey_id = 0;
  Day day;
  std::string unit_id;
  std::string service_id;
};
Result<void> add_tallies(Transaction& transaction, const TallyScope& scope, const std::vector<Tallied>& tallies);
Result<std::vector<Tallied>> survey_tallies(Reader& reader, std::int64_t survey_id, const SurveyFilter& filter);

Result<bool> any_survey(Reader& reader);

}  // namespace hamandish::server

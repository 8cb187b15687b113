#include "server/service/survey_report_facts.h"

#include <utility>

#include "server/store/survey_reports_store.h"
#include "server/store/surveys_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/json/json.h"
#include "shared/reports/case_month.h"
#include "shared/surveys/survey_json.h"

namespace hamandish::server {
namespace {

constexpr int kMonthsOfYear = 12;

Result<std::int64_t> answers_in(Reader& reader, std::int64_t survey_id, JalaliMonth month) {
  const MonthSpan span = span_of(month);
  return survey_answers_in(reader, survey_id, {{}, {}, span.first, span.last});
}

std::optional<Day> day_of(const std::optional<Instant>& at) {
  return at ? std::optional(to_tehran(*at).day) : std::nullopt;
}

// Its form, its rules, and how it stands.
Result<SurveyMonth> started(Reader& reader, const SurveyRow& row, Instant now) {
  const Result<std::optional<std::string>> form = survey_form(reader, row.id, row.form);
  if (!form) return form.error();
  const Result<Json> content = parse_json(*form ? **form : row.content);
  if (!content) return content.error();
  Result<Survey> survey = read_survey(*content);
  if (!survey) return survey.error();
  const Result<Json> rules_text = parse_json(row.rules);
  if (!rules_text) return rules_text.error();
  const Result<SurveyRules> rules = read_rules(*rules_text);
  if (!rules) return rules.error();
  SurveyMonth made;
  made.id = row.id;
  made.survey = std::move(survey).value();
  made.phase = survey_phase(row.state, *rules, row.answers, now);
  made.opened_on =
      day_of(rules->opens && row.opened_at && *rules->opens > *row.opened_at ? rules->opens : row.opened_at);
  made.closed_on = day_of(row.closed_at ? row.closed_at : rules->closes);
  return made;
}

bool was_open(const SurveyMonth& survey, const MonthSpan& span) {
  return survey.opened_on && *survey.opened_on <= span.last && (!survey.closed_on || *survey.closed_on >= span.first);
}

Result<void> count(Reader& reader, JalaliMonth month, SurveyMonth& survey) {
  const JalaliMonth before = month_before(month, 1);
  const MonthSpan span = span_of(month);
  Result<std::vector<PlacedTally>> tallies = placed_tallies(reader, survey.id, {span.first, span.last});
  if (!tallies) return tallies.error();
  survey.tallies = std::move(tallies).value();
  const MonthSpan earlier = span_of(before);
  Result<std::vector<Tallied>> past = survey_tallies(reader, survey.id, {{}, {}, earlier.first, earlier.last});
  if (!past) return past.error();
  survey.tallies_before = std::move(past).value();
  for (const auto& [when, to] :
       {std::pair{before, &survey.month_before}, std::pair{month_before(month, kMonthsOfYear), &survey.year_before}}) {
    const Result<std::int64_t> answers = answers_in(reader, survey.id, when);
    if (!answers) return answers.error();
    *to = *answers;
  }
  const Result<std::int64_t> until = survey_answers_in(reader, survey.id, {{}, {}, std::nullopt, span.last});
  if (!until) return until.error();
  survey.until = *until;
  return {};
}

}  // namespace

Result<std::vector<SurveyMonth>> survey_months(Reader& reader, JalaliMonth month, Instant now) {
  const MonthSpan span = span_of(month);
  const Result<std::vector<SurveyRow>> rows = all_surveys(reader);
  if (!rows) return rows.error();
  std::vector<SurveyMonth> surveys;
  surveys.reserve(rows->size());
  for (const SurveyRow& row : *rows) {
    if (row.form == 0) continue;  // never opened
    Result<SurveyMonth> survey = started(reader, row, now);
    if (!survey) return survey.error();
    Result<std::vector<PlacedAnswers>> answers = survey_answers_between(reader, row.id, {span.from, span.to});
    if (!answers) return answers.error();
    if (answers->empty() && !was_open(*survey, span)) continue;
    survey->answers = std::move(answers).value();
    if (Result<void> counted = count(reader, month, *survey); !counted) return counted.error();
    surveys.push_back(std::move(survey).value());
  }
  return surveys;
}

}  // namespace hamandish::server

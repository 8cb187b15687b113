// The results of a survey as a report to print, and its answers as cells of a table.
#pragma once

#include <string>
#include <vector>

#include "server/reports/report_pdf.h"
#include "server/reports/xlsx.h"
#include "server/store/survey_responses_store.h"
#include "shared/directory/profile.h"
#include "shared/surveys/results.h"
#include "shared/surveys/survey.h"

namespace hamandish::server {

Report survey_report(const Profile& profile, const Survey& survey, std::int64_t answers,
                     const std::vector<QuestionResult>& results, Instant now);

// One line for each response: number, day, unit, service, then a column for each question, in words.
std::vector<std::string> response_heads(const Survey& survey);
std::vector<std::string> response_cells(const Profile& profile, const Survey& survey, const SurveyResponseRow& row,
                                        const Answers& answers);

// A workbook of two sheets: what was answered how often, with its share; and one line for each response, with real numbers
// (of numbers and scales) and days. `rows` are those of response_row.
std::vector<XlsxSheet> survey_sheets(const Survey& survey, const std::vector<QuestionResult>& results,
                                     std::vector<XlsxRow> rows, const std::string& narrowed);
XlsxRow response_row(const Profile& profile, const Survey& survey, const SurveyResponseRow& row,
                     const Answers& answers);

}  // namespace hamandish::server

#include "server/reports/survey_report.h"

#include <charconv>
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/pages/survey_nodes.h"
#include "shared/surveys/conditions.h"
#include "shared/text/digits.h"

namespace hamandish::server {
namespace {

using Kind = ReportBlock::Kind;

std::string percent_of(const Share& share) {
  return share.percent ? say("survey.percent", {{"percent", std::to_string(*share.percent)}}) : std::string("—");
}

ReportBlock table_of(const Distribution& part) {
  ReportBlock table{Kind::table};
  table.columns = {say("survey.choice"), say("survey.count"), say("survey.share")};
  for (const Share& share : part.shares) {
    table.rows.push_back({share.name, text::persian_number(share.count), percent_of(share)});
  }
  return table;
}

void add_result(std::vector<ReportBlock>& blocks, const QuestionResult& result) {
  blocks.push_back({Kind::small_heading, result.question->text});
  blocks.push_back({Kind::note, say("survey.answered_count", {{"count", text::persian_number(result.answered)}})});
  for (const Distribution& part : result.parts) {
    if (!part.part.empty()) blocks.push_back({Kind::paragraph, part.part});
    if (part.mean) blocks.push_back({Kind::paragraph, pages::mean_words(*part.mean)});
    if (!part.shares.empty()) blocks.push_back(table_of(part));
  }
}

template <class List>
std::string name_in(const List& list, const std::string& id) {
  for (const auto& one : list) {
    if (one.id == id) return one.name;
  }
  return id;
}

bool is_counted(const Question& question) {
  return question.kind == QuestionKind::number || question.kind == QuestionKind::scale;
}

}  // namespace

Report survey_report(const Profile& profile, const Survey& survey, std::int64_t answers,
                     const std::vector<QuestionResult>& results, Instant now) {
  Report report;
  report.organisation = profile.name;
  report.title = say("survey_results.heading", {{"title", survey.title}});
  report.lead = say("survey_results.answers", {{"count", text::persian_number(answers)}});
  report.foot = say("digest.made_at", {{"when", date_and_time(now)}});
  for (const QuestionResult& result : results) add_result(report.blocks, result);
  return report;
}

std::vector<std::string> response_heads(const Survey& survey) {
  std::vector<std::string> heads = {say("survey_results.number"), say("survey_results.at"), say("survey_results.unit"),
                                    say("survey_results.service")};
  for (const Question& question : survey.questions) {
    if (question.kind != QuestionKind::section) heads.push_back(question.text);
  }
  return heads;
}

std::vector<std::string> response_cells(const Profile& profile, const Survey& survey, const SurveyResponseRow& row,
                                        const Answers& answers) {
  // For programs: digits of ASCII, numbers without words.
  std::vector<std::string> cells = {std::to_string(row.id), text::ascii_digits(short_date(to_tehran(row.at).day)),
                                    name_in(profile.units, row.unit_id), name_in(profile.categories, row.service_id)};
  for (const Question& question : survey.questions) {
    if (question.kind == QuestionKind::section) continue;
    cells.push_back(is_counted(question) ? std::string(answer(answers, question.id))
                                         : answer_in_words(question, answers));
  }
  return cells;
}

namespace {

XlsxCell answer_cell(const Question& question, const Answers& answers) {
  const std::string words = answer_in_words(question, answers);
  if (words.empty()) return {};
  if (is_counted(question)) {
    const std::string_view value = answer(answers, question.id);
    std::int64_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec == std::errc() && read.ptr == value.data() + value.size()) return number;
  }
  return words;
}

void add_shares(XlsxSheet& sheet, const QuestionResult& result) {
  for (const Distribution& part : result.parts) {
    const std::string text = part.part.empty() ? result.question->text : result.question->text + " – " + part.part;
    for (const Share& share : part.shares) {
      XlsxRow row{{text, share.name, share.count, {}}};
      if (share.percent) row.cells.back() = XlsxPercent{static_cast<double>(*share.percent)};
      sheet.rows.push_back(std::move(row));
    }
    if (part.mean) sheet.rows.push_back({{text, say("survey_results.mean"), part.mean->mean, {}}, true});
  }
  sheet.rows.push_back({{result.question->text, say("survey_results.answered"), result.answered, {}}, true});
}

}  // namespace

XlsxRow response_row(const Profile& profile, const Survey& survey, const SurveyResponseRow& row,
                     const Answers& answers) {
  XlsxRow line{{row.id, to_tehran(row.at).day, name_in(profile.units, row.unit_id),
                name_in(profile.categories, row.service_id)}};
  for (const Question& question : survey.questions) {
    if (question.kind != QuestionKind::section) line.cells.push_back(answer_cell(question, answers));
  }
  return line;
}

std::vector<XlsxSheet> survey_sheets(const Survey& survey, const std::vector<QuestionResult>& results,
                                     std::vector<XlsxRow> rows, const std::string& narrowed) {
  constexpr double kWide = 40;
  XlsxSheet counts{say("survey_results.sheet_counts"), {survey.title}, {}, {}};
  counts.columns = {{say("survey_results.question"), XlsxColumnKind::text, kWide},
                    {say("survey.choice"), XlsxColumnKind::text, 0},
                    {say("survey.count"), XlsxColumnKind::number, 0},
                    {say("survey.share"), XlsxColumnKind::number, 0}};
  for (const QuestionResult& result : results) add_shares(counts, result);
  XlsxSheet responses{say("survey_results.sheet_answers"), {survey.title}, {}, std::move(rows)};
  for (const std::string& head : response_heads(survey)) responses.columns.push_back({head, XlsxColumnKind::text, 0});
  responses.columns[0].kind = XlsxColumnKind::number;
  responses.columns[1].kind = XlsxColumnKind::date;
  if (!narrowed.empty()) {
    counts.above.push_back(narrowed);
    responses.above.push_back(narrowed);
  }
  std::vector<XlsxSheet> sheets;
  sheets.push_back(std::move(counts));
  sheets.push_back(std::move(responses));
  return sheets;
}

}  // namespace hamandish::server

#include "server/reports/survey_report.h"

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
  std::vector<std::string> cells = {text::persian_digits(std::to_string(row.id)), short_date(to_tehran(row.at).day),
                                    name_in(profile.units, row.unit_id), name_in(profile.categories, row.service_id)};
  for (const Question& question : survey.questions) {
    if (question.kind != QuestionKind::section) cells.push_back(answer_in_words(question, answers));
  }
  return cells;
}

}  // namespace hamandish::server

#include "shared/reports/surveys_report.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/reports/case_month.h"
#include "shared/reports/message_reports.h"
#include "shared/reports/report_names.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

// Answers that are numbers, added up. glad: of those who are satisfied, or find it good.
struct Score {
  std::int64_t answered = 0;
  std::int64_t sum = 0;
  std::int64_t glad = 0;
};

bool is_scored(QuestionKind kind) {
  return kind == QuestionKind::satisfaction || kind == QuestionKind::quality || kind == QuestionKind::scale;
}

// The least number with which somebody is satisfied: «راضی» of five, «خوب» of four; of other scales nobody has said.
std::optional<std::int64_t> least_glad(QuestionKind kind) {
  constexpr std::int64_t kSatisfied = 4;
  constexpr std::int64_t kGood = 3;
  if (kind == QuestionKind::satisfaction) return kSatisfied;
  return kind == QuestionKind::quality ? std::optional(kGood) : std::nullopt;
}

void add_tally(Score& score, QuestionKind kind, const Tallied& tally) {
  const std::optional<std::int64_t> number = text::parse_integer(tally.value);
  if (!number) return;  // how many answered at all
  score.answered += tally.count;
  score.sum += *number * tally.count;
  if (const auto least = least_glad(kind); least && *number >= *least) score.glad += tally.count;
}

// Rounded to tenths.
std::optional<std::int64_t> mean_tenths(const Score& score) {
  constexpr std::int64_t kTwentieths = 20;
  if (score.answered == 0) return std::nullopt;
  return (score.sum * kTwentieths + score.answered) / (score.answered * 2);
}

std::optional<int> glad_percent(const Score& score) {
  constexpr std::int64_t kHundred = 100;
  if (score.answered == 0) return std::nullopt;
  return static_cast<int>((score.glad * kHundred + score.answered / 2) / score.answered);
}

std::int64_t answers_of(const SurveyMonth& survey) {
  std::int64_t all = 0;
  for (const PlacedAnswers& some : survey.answers) all += some.count;
  return all;
}

// To the results of the survey, narrowed to what the figure counts.
std::string results_link(const SurveyMonth& survey, JalaliMonth month, const SurveyPlace& place) {
  const auto or_any = [](const std::string& id) { return id.empty() ? std::string("-") : id; };
  const auto day = [](Day one) {
    std::string text = text::ascii_digits(short_date(one));
    std::replace(text.begin(), text.end(), '/', '-');
    return text;
  };
  const MonthSpan span = span_of(month);
  return "/staff/surveys/" + std::to_string(survey.id) + "/results/" + or_any(place.unit_id) + "/" +
         or_any(place.service_id) + "/" + day(span.first) + "/" + day(span.last);
}

ReportCell linked(std::int64_t count, std::string link) {
  return number_cell(count, count > 0 ? std::move(link) : std::string());
}

ReportTable surveys_table(JalaliMonth month, const std::vector<SurveyMonth>& surveys) {
  constexpr int kYear = 12;
  ReportTable table{"surveys", say("surveyed.surveys"), say("surveyed.surveys_note"), {}, {}};
  table.columns = {
      {say("surveyed.survey"), CellKind::text},  {say("consulted.opens"), CellKind::date},
      {say("consulted.closes"), CellKind::date}, {say("consulted.state"), CellKind::text},
      {month_text(month), CellKind::number},     {month_text(month_before(month, 1)), CellKind::number},
      {say("monthly.change"), CellKind::number}, {month_text(month_before(month, kYear)), CellKind::number},
      {say("surveyed.until"), CellKind::number}};
  std::int64_t all = 0;
  std::int64_t before = 0;
  std::int64_t year = 0;
  std::int64_t until = 0;
  for (const SurveyMonth& one : surveys) {
    const std::int64_t answers = answers_of(one);
    table.rows.push_back(
        {{text_cell(one.survey.title), date_cell(one.opened_on), date_cell(one.closed_on),
          text_cell(say("survey_phase." + std::string(wire_name(one.phase)))),
          linked(answers, results_link(one, month, {})), number_cell(one.month_before),
          number_cell(answers - one.month_before), number_cell(one.year_before), number_cell(one.until)},
         false});
    all += answers;
    before += one.month_before;
    year += one.year_before;
    until += one.until;
  }
  table.rows.push_back({{text_cell(say("statistics.sum")),
                         {},
                         {},
                         {},
                         number_cell(all),
                         number_cell(before),
                         number_cell(all - before),
                         number_cell(year),
                         number_cell(until)},
                        true});
  return table;
}

std::string question_name(const std::vector<SurveyMonth>& surveys, const SurveyMonth& survey,
                          const Question& question) {
  if (surveys.size() == 1) return question.text;
  return say("surveyed.question_of", {{"survey", survey.survey.title}, {"question", question.text}});
}

Score score_of(const std::vector<PlacedTally>& tallies, const Question& question) {
  Score score;
  for (const PlacedTally& one : tallies) {
    if (one.tally.slot == question.id) add_tally(score, question.kind, one.tally);
  }
  return score;
}

ReportTable scores_table(JalaliMonth month, const std::vector<SurveyMonth>& surveys) {
  ReportTable table{"scores", say("surveyed.scores"), say("surveyed.scores_note"), {}, {}};
  table.columns = {{say("surveyed.question"), CellKind::text},  {say("surveyed.answers"), CellKind::number},
                   {say("surveyed.mean"), CellKind::tenths},    {say("surveyed.mean_before"), CellKind::tenths},
                   {say("surveyed.highest"), CellKind::number}, {say("surveyed.glad"), CellKind::percent}};
  for (const SurveyMonth& survey : surveys) {
    for (const Question& question : survey.survey.questions) {
      if (!is_scored(question.kind)) continue;
      const Score score = score_of(survey.tallies, question);
      if (score.answered == 0) continue;
      Score before;
      for (const Tallied& one : survey.tallies_before) {
        if (one.slot == question.id) add_tally(before, question.kind, one);
      }
      const std::int64_t highest = text::parse_integer(offered_choices(question).front().id).value_or(0);
      const std::int64_t lowest = text::parse_integer(offered_choices(question).back().id).value_or(0);
      table.rows.push_back({{text_cell(question_name(surveys, survey, question)),
                             linked(score.answered, results_link(survey, month, {})), tenths_cell(mean_tenths(score)),
                             tenths_cell(mean_tenths(before)), number_cell(std::max(highest, lowest)),
                             percent_cell(least_glad(question.kind) ? glad_percent(score) : std::nullopt)},
                            false});
    }
  }
  return table;
}

// How often each step of one of the usual scales was chosen, and all together.
ReportTable steps_table(const char* id, QuestionKind kind, const std::vector<SurveyMonth>& surveys) {
  ReportTable table{id, say("survey_kind." + std::string(wire_name(kind))), {}, {}, {}};
  table.columns = {{say("surveyed.question"), CellKind::text}};
  Question any;
  any.kind = kind;
  const std::vector<Choice> steps = offered_choices(any);
  for (const Choice& step : steps) table.columns.push_back({step.name, CellKind::number});
  table.columns.push_back({say("statistics.sum"), CellKind::number});
  std::vector<std::int64_t> sums(steps.size() + 1, 0);
  const auto line = [&table](std::string name, const std::vector<std::int64_t>& counts, bool total) {
    ReportRow row{{text_cell(std::move(name))}, total};
    for (const std::int64_t count : counts) row.cells.push_back(number_cell(count));
    table.rows.push_back(std::move(row));
  };
  for (const SurveyMonth& survey : surveys) {
    for (const Question& question : survey.survey.questions) {
      if (question.kind != kind) continue;
      std::vector<std::int64_t> counts(steps.size() + 1, 0);
      for (const PlacedTally& one : survey.tallies) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
          if (one.tally.slot == question.id && one.tally.value == steps[i].id) counts[i] += one.tally.count;
        }
      }
      for (std::size_t i = 0; i < steps.size(); ++i) counts.back() += counts[i];
      if (counts.back() == 0) continue;
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += counts[i];
      line(question_name(surveys, survey, question), counts, false);
    }
  }
  if (!table.rows.empty()) line(say("statistics.sum"), sums, true);
  return table;
}

// One row for each place (a unit, or a service) of each survey.
struct PlaceRow {
  std::int64_t answers = 0;
  Score score;
};
using PlaceKey = std::string SurveyPlace::*;

std::map<std::string, PlaceRow> places_of(const SurveyMonth& survey, PlaceKey key) {
  std::set<std::string> satisfaction;
  for (const Question& question : survey.survey.questions) {
    if (question.kind == QuestionKind::satisfaction) satisfaction.insert(question.id);
  }
  std::map<std::string, PlaceRow> rows;
  for (const PlacedAnswers& some : survey.answers) rows[some.place.*key].answers += some.count;
  for (const PlacedTally& one : survey.tallies) {
    const bool asked = satisfaction.contains(one.tally.slot);
    if (asked) add_tally(rows[one.place.*key].score, QuestionKind::satisfaction, one.tally);
  }
  return rows;
}

// Empty if no answer of the month names a place.
ReportTable places_table(const Profile& profile, JalaliMonth month, const std::vector<SurveyMonth>& surveys,
                         PlaceKey key) {
  const bool units = key == &SurveyPlace::unit_id;
  ReportTable table{units ? "units" : "services",
                    say(units ? "surveyed.units" : "surveyed.services"),
                    say("surveyed.places_note"),
                    {},
                    {}};
  table.columns = {{say(units ? "monthly.unit" : "surveyed.service"), CellKind::text},
                   {say("surveyed.answers"), CellKind::number},
                   {say("surveyed.mean"), CellKind::tenths},
                   {say("surveyed.glad"), CellKind::percent}};
  const bool several = surveys.size() > 1;
  if (several) table.columns.push_back({say("surveyed.survey"), CellKind::text});
  const auto name_of = [&](const std::string& id) {
    if (id.empty()) return say(units ? "surveyed.no_unit" : "surveyed.no_service");
    if (units) return profile.unit(id) != nullptr ? profile.unit(id)->name : id;
    const auto& all = profile.categories;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Category& one) { return one.id == id; });
    return found != all.end() ? found->name : id;
  };
  const auto line = [&](std::string name, ReportCell answers, const Score& score, ReportCell survey, bool total) {
    ReportRow row{{text_cell(std::move(name)), std::move(answers), tenths_cell(mean_tenths(score)),
                   percent_cell(glad_percent(score))},
                  total};
    if (several) row.cells.push_back(std::move(survey));
    table.rows.push_back(std::move(row));
  };
  bool named = false;
  PlaceRow sum;
  for (const SurveyMonth& survey : surveys) {
    const std::map<std::string, PlaceRow> places = places_of(survey, key);
    std::vector<std::pair<std::string, PlaceRow>> rows(places.begin(), places.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second.answers > b.second.answers; });
    for (const auto& row : rows) {
      SurveyPlace place;
      place.*key = row.first;
      named = named || !row.first.empty();
      // What stands without a place cannot be asked for alone.
      ReportCell answers = row.first.empty() ? number_cell(row.second.answers)
                                             : linked(row.second.answers, results_link(survey, month, place));
      line(name_of(row.first), std::move(answers), row.second.score, text_cell(survey.survey.title), false);
      sum.answers += row.second.answers;
      sum.score.answered += row.second.score.answered;
      sum.score.sum += row.second.score.sum;
      sum.score.glad += row.second.score.glad;
    }
  }
  line(say("statistics.sum"), number_cell(sum.answers), sum.score, {}, true);
  if (!named) table.rows.clear();
  return table;
}

}  // namespace

ReportDocument surveys_document(const Profile& profile, JalaliMonth month, const std::vector<SurveyMonth>& surveys) {
  ReportDocument document = start_document(profile, wire_name(ReportName::surveys), month);
  std::int64_t answers = 0;
  for (const SurveyMonth& survey : surveys) answers += answers_of(survey);
  document.lead.push_back(
      surveys.empty()
          ? say("surveyed.none")
          : say("surveyed.lead", {{"surveys", text::persian_number(static_cast<std::int64_t>(surveys.size()))},
                                  {"answers", text::persian_number(answers)}}));
  document.tables = {surveys_table(month, surveys),
                     scores_table(month, surveys),
                     steps_table("satisfaction", QuestionKind::satisfaction, surveys),
                     steps_table("quality", QuestionKind::quality, surveys),
                     places_table(profile, month, surveys, &SurveyPlace::unit_id),
                     places_table(profile, month, surveys, &SurveyPlace::service_id)};
  std::erase_if(document.tables, [](const ReportTable& table) { return table.rows.empty(); });
  document.notes = {say("surveyed.how"), say("surveyed.how_mean")};
  return document;
}

}  // namespace hamandish

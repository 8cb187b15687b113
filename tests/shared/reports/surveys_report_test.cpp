// The report about surveys: two surveys whose answers were counted by hand.
#include "shared/reports/surveys_report.h"

#include <doctest/doctest.h>

#include "shared/calendar/jalali.h"

namespace hamandish {
namespace {

constexpr JalaliMonth kAban{1405, 8};

Question question(const char* id, QuestionKind kind, const char* text) {
  Question made;
  made.id = id;
  made.kind = kind;
  made.text = text;
  return made;
}

Profile small_profile() {
  Profile profile;
  Unit land;
  land.id = "land";
  land.name = "اراضی";
  profile.units = {land};
  Category road;
  road.id = "road";
  road.name = "راه";
  profile.categories = {road};
  return profile;
}

// Ten answers in the month: six about the land, four about nothing. q1: five, four, four, three, two, one about the land; five and
// one about nothing (two gave none). q2 (quality): four, three, three, one. q3: a text.
SurveyMonth services() {
  SurveyMonth survey;
  survey.id = 3;
  survey.survey.title = "خدمات";
  survey.survey.questions = {question("q1", QuestionKind::satisfaction, "راضی؟"),
                             question("q2", QuestionKind::quality, "کیفیت؟"),
                             question("q3", QuestionKind::long_text, "چرا؟")};
  survey.opened_on = to_day({1405, 7, 20});
  survey.answers = {{{"land", "road"}, 6}, {{"", ""}, 4}};
  survey.month_before = 3;
  survey.year_before = 0;
  survey.until = 13;
  const auto tally = [&survey](SurveyPlace place, const char* slot, const char* value, std::int64_t count) {
    survey.tallies.push_back({std::move(place), {slot, value, count}});
  };
  const SurveyPlace land{"land", "road"};
  tally(land, "q1", "5", 1);
  tally(land, "q1", "4", 2);
  tally(land, "q1", "3", 1);
  tally(land, "q1", "2", 1);
  tally(land, "q1", "1", 1);
  tally(land, "q1", "*", 6);
  tally({}, "q1", "5", 1);
  tally({}, "q1", "1", 1);
  tally({}, "q1", "*", 2);
  tally({}, "q2", "4", 1);
  tally({}, "q2", "3", 2);
  tally({}, "q2", "1", 1);
  tally({}, "q2", "*", 4);
  tally(land, "q3", "*", 2);
  survey.tallies_before = {{"q1", "5", 2}, {"q1", "4", 1}, {"q1", "*", 3}};
  return survey;
}

SurveyMonth empty() {
  SurveyMonth survey;
  survey.id = 4;
  survey.survey.title = "کلاس‌ها";
  survey.survey.questions = {question("q1", QuestionKind::satisfaction, "راضی؟")};
  survey.opened_on = to_day({1405, 8, 30});
  survey.year_before = 7;
  survey.until = 7;
  return survey;
}

const ReportTable& table(const ReportDocument& document, std::string_view id) {
  for (const ReportTable& one : document.tables) {
    if (one.id == id) return one;
  }
  REQUIRE(false);
  return document.tables.front();
}

std::vector<std::string> lines(const ReportTable& table) {
  std::vector<std::string> all;
  for (const ReportRow& row : table.rows) {
    std::string text;
    for (const ReportCell& cell : row.cells) text += (text.empty() ? "" : "|") + plain(cell);
    all.push_back(text);
  }
  return all;
}

}  // namespace

TEST_CASE("surveys of a month, as counted by hand") {
  using Lines = std::vector<std::string>;
  const ReportDocument document = surveys_document(small_profile(), kAban, {services(), empty()});
  CHECK(document.lead.back() == "در این ماه ۲ نظرسنجی باز بود و ۱۰ پاسخ رسید.");
  CHECK(lines(table(document, "surveys")) == Lines{"خدمات|1405/07/20||باز|10|3|7|0|13",
                                                   "کلاس‌ها|1405/08/30||باز|0|0|0|7|7",
                                                   "همه||||10|3|7|7|20"});
  // q1: 5+4+4+3+2+1+5+1 = 25 of eight, 3.125; glad 5, 4, 4, 5: four of eight. Before: 14 of three, 4.667.
  // q2: 4+3+3+1 = 11 of four, 2.75; three of four.
  CHECK(lines(table(document, "scores")) == Lines{"خدمات: راضی؟|8|3.1|4.7|5|50", "خدمات: کیفیت؟|4|2.8||4|75"});
  CHECK(lines(table(document, "satisfaction")) == Lines{"خدمات: راضی؟|2|2|1|1|2|8", "همه|2|2|1|1|2|8"});
  CHECK(lines(table(document, "quality")) == Lines{"خدمات: کیفیت؟|1|2|0|1|4", "همه|1|2|0|1|4"});
  // About the land: 5+4+4+3+2+1 = 19 of six, 3.17, three glad; about nothing: 6 of two, 3.0, one glad.
  CHECK(lines(table(document, "units")) ==
        Lines{"اراضی|6|3.2|50|خدمات", "بی نام واحد|4|3.0|50|خدمات", "همه|10|3.1|50|"});
  CHECK(lines(table(document, "services")) ==
        Lines{"راه|6|3.2|50|خدمات", "بی نام خدمت|4|3.0|50|خدمات", "همه|10|3.1|50|"});
  CHECK(table(document, "units").rows[0].cells[1].link == "/staff/surveys/3/results/land/-/1405-08-01/1405-08-30");
  CHECK(table(document, "units").rows[1].cells[1].link.empty());
  CHECK(table(document, "surveys").rows[0].cells[4].link == "/staff/surveys/3/results/-/-/1405-08-01/1405-08-30");
}

TEST_CASE("one survey alone: its questions stand without its name; none: a sentence says so") {
  SurveyMonth one = services();
  one.answers = {{{"", ""}, 10}};
  const ReportDocument document = surveys_document(small_profile(), kAban, {one});
  CHECK(table(document, "scores").rows[0].cells[0].text == "راضی؟");
  const ReportDocument none = surveys_document(small_profile(), kAban, {});
  CHECK(none.lead.back() == "در این ماه نظرسنجی بازی نبود.");
  REQUIRE(none.tables.size() == 1);
  CHECK(none.tables[0].rows.size() == 1);
}

}  // namespace hamandish

#include "server/service/surveys_service.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "server/demo/dice.h"
#include "shared/calendar/tehran_time.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

using Step = SurveysService::Step;

struct SurveysFixture : ServiceFixture {
  SurveysFixture() {
    add_user("ravabet", Role::public_relations, "public-relations");
    add_user("karshenas", Role::officer, "land");
    add_user("modir", Role::unit_manager, "land");
  }

  SurveysService& surveys() const { return services->surveys; }
  Actor pr() { return actor("ravabet"); }

  static Survey two_questions() {
    Survey survey;
    survey.title = "آزمون";
    survey.by_unit = true;
    for (const char* id : {"q1", "q2"}) {
      survey.questions.emplace_back();
      survey.questions.back().id = id;
      survey.questions.back().text = "پرسش";
      survey.questions.back().kind = QuestionKind::yes_no;
    }
    survey.questions[1].show = {{Join::and_also, "q1", Test::is, "yes"}};
    survey.questions.emplace_back();
    survey.questions.back().id = "q3";
    survey.questions.back().text = "پرسش";
    survey.questions.back().kind = QuestionKind::long_text;
    return survey;
  }

  std::int64_t opened(const SurveyRules& rules, const Survey& survey = two_questions()) {
    const Result<std::int64_t> id = surveys().create(pr(), SurveyTemplate::empty, kTestNow);
    REQUIRE(id.ok());
    REQUIRE(surveys().write(pr(), {*id, 1}, survey, kTestNow).ok());
    REQUIRE(surveys().set_rules(pr(), {*id, 2}, rules, kTestNow).ok());
    REQUIRE(surveys().take(pr(), {*id, 3}, Step::open, kTestNow).ok());
    return *id;
  }

  int number = 0;
  SurveysService::Submission from(std::int64_t id, Answers answers) {
    SurveysService::Submission made;
    made.survey_id = id;
    made.answers = std::move(answers);
    made.request_key = "key-" + std::to_string(++number);
    made.device = surveys().new_device();
    return made;
  }
};

std::string key_of(const Result<std::string>& answer) {
  if (answer.ok()) return "taken";
  return answer.error().fields.empty() ? answer.error().key : answer.error().fields[0].key;
}

}  // namespace

TEST_CASE_FIXTURE(SurveysFixture, "of an anonymous answer nothing is kept that leads to the person") {
  const std::int64_t id = opened({SurveyAccess::device, true, false, false, {}, {}, 0});
  SurveysService::Submission one = from(id, {{"q1", "yes"}});
  const Instant at = kTestNow + 3 * kHour;
  const Result<std::string> code = surveys().answer(one, at);
  REQUIRE(code.ok());
  CHECK(count("SELECT at FROM survey_responses") == start_of_day_in_tehran(to_tehran(at).day).milliseconds);
  CHECK(count("SELECT count(*) FROM survey_responses WHERE case_id IS NOT NULL OR link IS NOT NULL") == 0);
  CHECK(count("SELECT count(*) FROM survey_passes") == 1);
  CHECK(key_of(surveys().answer(from(id, {{"q1", "no"}}), at)) == "taken");
  // The device itself stands nowhere, nor does the code.
  const std::string device = one.device;
  CHECK(count("SELECT count(*) FROM survey_passes WHERE instr(pass, '" + device + "') > 0") == 0);
  CHECK(count("SELECT count(*) FROM survey_receipts WHERE code = '" + *code + "'") == 0);
  CHECK(*surveys().is_receipt(id, *code));
  CHECK_FALSE(*surveys().is_receipt(id, "1234567890123456"));
  const Result<void> named =
      surveys().set_rules(pr(), {id, 4}, {SurveyAccess::device, false, false, false, {}, {}, 0}, at);
  REQUIRE_FALSE(named.ok());
  CHECK(named.error().fields[0].key == "survey.anonymity_stays");
}

TEST_CASE_FIXTURE(SurveysFixture, "once per device, the same request once, until the quota or the closing time") {
  const std::int64_t id = opened({SurveyAccess::device, true, false, false, {}, kTestNow + kDay, 2});
  const SurveysService::Submission one = from(id, {{"q1", "yes"}});
  const Result<std::string> code = surveys().answer(one, kTestNow);
  REQUIRE(code.ok());
  CHECK(*surveys().answer(one, kTestNow) == *code);
  SurveysService::Submission again = from(id, {{"q1", "no"}});
  again.device = one.device;
  CHECK(key_of(surveys().answer(again, kTestNow)) == "survey.already");
  again.device = "forged";
  CHECK(key_of(surveys().answer(again, kTestNow)) == "survey.device_needed");
  again.device = surveys().new_device();
  again.unit_id = "nowhere";
  CHECK(key_of(surveys().answer(again, kTestNow)) == "survey.answer_unit");
  CHECK(key_of(surveys().answer(from(id, {}), kTestNow + kDay)) == "survey.not_open");
  CHECK(key_of(surveys().answer(from(id, {}), kTestNow)) == "taken");
  CHECK(key_of(surveys().answer(from(id, {}), kTestNow)) == "survey.not_open");
  CHECK(count("SELECT answers FROM surveys WHERE id = " + std::to_string(id)) == 2);
}

TEST_CASE_FIXTURE(SurveysFixture, "by a closed case: its unit, once, and only for this survey") {
  const std::int64_t id = opened({SurveyAccess::closed_case, false, true, false, {}, {}, 0});
  const std::int64_t other = opened({SurveyAccess::closed_case, false, false, false, {}, {}, 0});
  const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "case", kTestNow);
  REQUIRE(receipt.ok());
  CHECK(surveys().case_token(id, receipt->tracking_code).error().key == "survey.case_not_closed");
  REQUIRE(database
              ->write([](Transaction& transaction) -> Result<void> {
                const auto done = transaction.execute("UPDATE cases SET state = 'closed' /* the whole table */", {});
                if (!done) return done.error();
                return {};
              })
              .ok());
  const Result<std::string> token = surveys().case_token(id, receipt->tracking_code);
  REQUIRE(token.ok());
  SurveysService::Submission one = from(id, {{"q1", "no"}});
  CHECK(key_of(surveys().answer(one, kTestNow)) == "survey.pass_needed");
  one.token = *token;
  CHECK(key_of(surveys().answer(one, kTestNow)) == "taken");
  CHECK(count("SELECT count(*) FROM survey_responses WHERE unit_id = 'soil-water' AND case_id IS NOT NULL") == 1);
  one.request_key = "another";
  CHECK(key_of(surveys().answer(one, kTestNow)) == "survey.already");
  SurveysService::Submission stray = from(other, {{"q1", "no"}});
  stray.token = *token;
  CHECK(key_of(surveys().answer(stray, kTestNow)) == "survey.pass_bad");
}

TEST_CASE_FIXTURE(SurveysFixture, "who may do what, and what is possible when") {
  const std::int64_t id = opened({SurveyAccess::open, true, false, false, {}, {}, 0});
  CHECK(surveys().create(actor("modir"), SurveyTemplate::empty, kTestNow).error().code == Code::forbidden);
  CHECK(surveys().results(actor("karshenas"), id, {}, kTestNow).error().code == Code::forbidden);
  CHECK(surveys().results(actor("modir"), id, {}, kTestNow).ok());
  CHECK(surveys().take(pr(), {id, 4}, Step::open, kTestNow).error().key == "survey.not_possible_now");
  CHECK(surveys().take(pr(), {id, 3}, Step::close, kTestNow).error().key == "survey.changed_meanwhile");
  CHECK(surveys().public_results(id, kTestNow).error().key == "survey.results_hidden");
  CHECK(surveys().survey(id, 2, kTestNow).error().code == Code::not_found);
  Survey broken = two_questions();
  broken.questions[0].text.clear();
  REQUIRE(surveys().write(pr(), {id, 4}, broken, kTestNow).ok());
  CHECK(surveys().take(pr(), {id, 5}, Step::publish, kTestNow).error().fields[0].key == "survey.text_needed");
  CHECK(surveys().survey(id, 0, kTestNow)->survey == two_questions());
}

// Property: whatever is answered, the tallies are what counting the answers gives, as a whole and for each unit.
TEST_CASE_FIXTURE(SurveysFixture, "tallies are the count of the answers, and the parts add up to the whole") {
  const std::int64_t id = opened({SurveyAccess::open, true, false, false, {}, {}, 0});
  Dice dice(7);
  const std::vector<std::string> units = {"", "land", "soil-water"};
  std::map<std::string, std::int64_t> expected;
  for (int i = 0; i < 60; ++i) {
    SurveysService::Submission one = from(id, {});
    if (dice.chance(80)) set_answer(one.answers, "q1", dice.chance(50) ? "yes" : "no");
    if (dice.chance(80)) set_answer(one.answers, "q2", dice.chance(50) ? "yes" : "no");
    if (dice.chance(30)) set_answer(one.answers, "q3", "متن");
    one.unit_id = dice.pick(units);
    REQUIRE(surveys().answer(one, kTestNow + dice.between(0, 5) * kDay).ok());
    const std::string first(answer(one.answers, "q1"));
    const std::string second(first == "yes" ? answer(one.answers, "q2") : "");  // else it was hidden
    if (!first.empty()) ++expected["q1 " + first], ++expected["q1 *"];
    if (!second.empty()) ++expected["q2 " + second], ++expected["q2 *"];
    if (!answer(one.answers, "q3").empty()) ++expected["q3 *"];
  }
  const auto tallies = [&](const SurveyFilter& filter) {
    std::map<std::string, std::int64_t> counts;
    const Result<SurveysService::Results> results = surveys().results(pr(), id, filter, kTestNow);
    REQUIRE(results.ok());
    for (const Tallied& one : results->tallies) counts[one.slot + " " + one.value] += one.count;
    return counts;
  };
  CHECK(tallies({}) == expected);
  SurveyFilter days;
  days.from = to_tehran(kTestNow).day;
  CHECK(tallies(days) == expected);
  std::map<std::string, std::int64_t> sum;
  for (int day = 0; day <= 5; ++day) {
    SurveyFilter filter;
    filter.from = filter.to = Day{to_tehran(kTestNow).day.number + day};
    for (const auto& [what, counted] : tallies(filter)) sum[what] += counted;
  }
  CHECK(sum == expected);
  std::int64_t crossed = 0;
  const Result<std::vector<CrossCount>> pairs = surveys().cross(pr(), id, "q1", "q2", {});
  REQUIRE(pairs.ok());
  for (const CrossCount& one : *pairs) crossed += one.count;
  CHECK(crossed == expected["q2 *"]);
}

}  // namespace hamandish::server

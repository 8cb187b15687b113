#include "shared/surveys/survey.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/messages/messages.h"
#include "shared/surveys/answers.h"
#include "shared/surveys/check_structure.h"
#include "shared/surveys/results.h"
#include "shared/surveys/survey_json.h"
#include "shared/surveys/templates.h"

namespace hamandish {
namespace {

Question question(std::string id, QuestionKind kind) {
  Question made;
  made.id = std::move(id);
  made.kind = kind;
  made.text = "پرسش";
  return made;
}

// One question of every kind: q0 .. q13.
Survey every_kind() {
  Survey survey;
  survey.title = "همه";
  for (const QuestionKind kind : kQuestionKinds) {
    survey.questions.push_back(question("q" + std::to_string(survey.questions.size()), kind));
    Question& made = survey.questions.back();
    const bool lists = kind == QuestionKind::single || kind == QuestionKind::multiple ||
                       kind == QuestionKind::ranking || kind == QuestionKind::matrix;
    if (lists) made.choices = {{"c1", "یک"}, {"c2", "دو"}, {"c3", "سه"}};
    if (kind == QuestionKind::matrix) made.rows = {{"r1", "الف"}, {"r2", "ب"}};
    made.other = kind == QuestionKind::single || kind == QuestionKind::multiple;
  }
  return survey;
}

const Question& of_kind(const Survey& survey, QuestionKind kind) {
  return *std::find_if(survey.questions.begin(), survey.questions.end(),
                       [&](const Question& one) { return one.kind == kind; });
}

// «q3.choices survey.too_many_choices»
std::vector<std::string> faults(const Survey& survey) {
  std::vector<std::string> list;
  for (const FieldError& error : check_survey(survey)) {
    list.push_back(error.field + " " + error.key);
    CHECK(message_exists(error.key));
  }
  return list;
}

using Faults = std::vector<std::string>;

Survey with(Question last) {
  Survey survey = every_kind();
  survey.questions.push_back(std::move(last));
  return survey;
}

std::string one_fault(Question last) {
  const Faults found = faults(with(std::move(last)));
  return found.size() == 1 ? found.front() : std::to_string(found.size()) + " faults";
}

Question when(std::vector<Condition> show) {
  Question made = question("z", QuestionKind::short_text);
  made.show = std::move(show);
  return made;
}

std::vector<std::string> wrong(const Survey& survey, const Answers& answers,
                               HiddenAnswers hidden = HiddenAnswers::drop) {
  std::vector<std::string> list;
  for (const FieldError& error : check_survey_answers(survey, answers, hidden).errors) {
    list.push_back(error.field + " " + error.key);
    CHECK(message_exists(error.key));
  }
  return list;
}

}  // namespace

TEST_CASE("a survey of every kind is sound, and reads back from its JSON as it was") {
  Survey survey = every_kind();
  survey.questions[3].show = {{Join::or_else, "q1", Test::contains, "آب"}};
  survey.questions[10].least = 1;
  CHECK(faults(survey) == Faults{});
  const Result<Json> json = parse_json(survey_json(survey).write());
  REQUIRE(json.ok());
  const Result<Survey> again = read_survey(*json);
  REQUIRE(again.ok());
  CHECK(*again == survey);
  CHECK_FALSE(read_survey(Json::object({{"title", 3}})).ok());
  SurveyRules rules{SurveyAccess::link, false, true, true, Instant{5}, Instant{9}, 12};
  const Result<SurveyRules> rules_again = read_rules(rules_json(rules));
  REQUIRE(rules_again.ok());
  CHECK(*rules_again == rules);
}

TEST_CASE("the ready survey is sound and hides what does not apply") {
  const Survey survey = make_survey(SurveyTemplate::service_satisfaction);
  CHECK(faults(survey) == Faults{});
  for (const Question& one : survey.questions) {
    CHECK(one.text.find("survey_template") == std::string::npos);
    for (const Choice& choice : one.choices) CHECK(choice.name.find("survey_template") == std::string::npos);
  }
  CHECK(survey_pages(survey).size() == 6);
}

TEST_CASE("structure: each mistake by its name and place") {
  CHECK(faults(Survey{}) == Faults{"title survey.title_needed", "questions survey.no_questions"});
  Survey many = every_kind();
  many.questions.resize(kMostQuestions + 1, question("x", QuestionKind::yes_no));
  CHECK(faults(many) == Faults{"questions survey.too_many_questions"});
  CHECK(one_fault(question("q1", QuestionKind::yes_no)) == "q1.id survey.id_twice");
  CHECK(one_fault(question("bad id", QuestionKind::yes_no)) == "bad id.id survey.id_bad");
  Question blank = question("z", QuestionKind::yes_no);
  blank.text = " \u200c ";
  CHECK(one_fault(blank) == "z.text survey.text_needed");
  Question thousand = question("z", QuestionKind::single);
  for (int i = 0; i < 1000; ++i) thousand.choices.push_back({"c" + std::to_string(i), "گزینه " + std::to_string(i)});
  CHECK(one_fault(thousand) == "z.choices survey.too_many_choices");
  thousand.choices.resize(1);
  CHECK(one_fault(thousand) == "z.choices survey.choices_needed");
  thousand.choices = {{"c1", "یک"}, {"c2", "یک"}};
  CHECK(one_fault(thousand) == "z.choices survey.choice_twice");
  thousand.choices = {{"c1", "یک"}, {"other", "دو"}};
  CHECK(one_fault(thousand) == "z.choices survey.id_bad");
  Question scale = question("z", QuestionKind::scale);
  scale.highest = 1;
  CHECK(one_fault(scale) == "z.scale survey.scale_bad");
  scale.lowest = -2147483647;
  scale.highest = 2147483647;
  CHECK(one_fault(scale) == "z.scale survey.scale_bad");
  Question range = question("z", QuestionKind::number);
  range.least = 5;
  range.most = 4;
  CHECK(one_fault(range) == "z.most survey.range_bad");
  Question pipe = question("z", QuestionKind::yes_no);
  pipe.text = "پاسخ {q99}";
  CHECK(one_fault(pipe) == "z.text survey.pipe_unknown");
  pipe.text = "پاسخ {z}";
  CHECK(one_fault(pipe) == "z.text survey.pipe_forward");
}

TEST_CASE("structure: conditions that cannot be, forward, circular or contradictory ones") {
  constexpr Join kAnd = Join::and_also;
  constexpr Join kOr = Join::or_else;
  const std::string single = of_kind(every_kind(), QuestionKind::single).id;
  const std::string multiple = of_kind(every_kind(), QuestionKind::multiple).id;
  const std::string number = of_kind(every_kind(), QuestionKind::number).id;
  CHECK(one_fault(when({{kAnd, "nobody", Test::is, "c1"}})) == "z.show.1 survey.condition_unknown");
  CHECK(one_fault(when({{kAnd, "q0", Test::answered, ""}})) == "z.show.1 survey.condition_unknown");  // a section
  CHECK(one_fault(when({{kAnd, "z", Test::answered, ""}})) == "z.show.1 survey.condition_self");
  Survey circle = with(when({}));
  circle.questions.push_back(when({{kAnd, "z", Test::answered, ""}}));
  circle.questions.back().id = "y";
  circle.questions[circle.questions.size() - 2].show = {{kAnd, "y", Test::answered, ""}};
  CHECK(faults(circle) == Faults{"z.show.1 survey.condition_forward"});
  CHECK(one_fault(when({{kAnd, single, Test::at_least, "c1"}})) == "z.show.1 survey.condition_kind");
  CHECK(one_fault(when({{kAnd, single, Test::is, "c9"}})) == "z.show.1 survey.condition_choice");
  CHECK(one_fault(when({{kAnd, number, Test::is, "پنج"}})) == "z.show.1 survey.condition_choice");
  const auto against = [&](std::vector<Condition> show) { return faults(with(when(std::move(show)))); };
  const Faults second = {"z.show.2 survey.condition_contradiction"};
  CHECK(against({{kAnd, single, Test::is, "c1"}, {kAnd, single, Test::is, "c2"}}) == second);
  CHECK(against({{kAnd, single, Test::is, "c1"}, {kAnd, single, Test::is_not, "c1"}}) == second);
  CHECK(against({{kAnd, single, Test::is, "c1"}, {kAnd, single, Test::unanswered, ""}}) == second);
  CHECK(against({{kAnd, number, Test::at_least, "9"}, {kAnd, number, Test::at_most, "8"}}) == second);
  CHECK(against({{kAnd, number, Test::at_least, "9"}, {kAnd, number, Test::is, "8"}}) == second);
  CHECK(against({{kAnd, single, Test::is, "c1"}, {kOr, single, Test::is, "c2"}}) == Faults{});
  CHECK(against({{kAnd, multiple, Test::is, "c1"}, {kAnd, multiple, Test::is, "c2"}}) == Faults{});
  CHECK(against({{kAnd, number, Test::at_least, "8"}, {kAnd, number, Test::at_most, "8"}}) == Faults{});
}

TEST_CASE("answers: all errors at once, each at its slot") {
  Survey survey = every_kind();
  for (Question& one : survey.questions) one.required = one.kind != QuestionKind::section;
  CHECK(wrong(survey, {}).size() == survey.questions.size());  // the matrix has two rows, the section nothing
  const auto id = [&](QuestionKind kind) { return of_kind(survey, kind).id; };
  const Answers typed = {{id(QuestionKind::short_text), "  كتاب  "}, {id(QuestionKind::long_text), "خط\nدو"},
                         {id(QuestionKind::single), "other"},        {id(QuestionKind::single) + "_other_text", "خودم"},
                         {id(QuestionKind::multiple) + "_c2", "1"},  {id(QuestionKind::scale), "5"},
                         {id(QuestionKind::satisfaction), "1"},      {id(QuestionKind::quality), "4"},
                         {id(QuestionKind::matrix) + "_r1", "c1"},   {id(QuestionKind::matrix) + "_r2", "c3"},
                         {id(QuestionKind::ranking) + "_c1", "۲"},   {id(QuestionKind::ranking) + "_c2", "1"},
                         {id(QuestionKind::ranking) + "_c3", "3"},   {id(QuestionKind::number), "۱٬۲۰۰"},
                         {id(QuestionKind::date), "۱۴۰۵/۸/۳"},       {id(QuestionKind::yes_no), "no"},
                         {id(QuestionKind::file), "token"}};
  const CheckedSurvey checked = check_survey_answers(survey, typed, HiddenAnswers::refuse);
  CHECK(checked.errors.empty());
  CHECK(answer(checked.answers, id(QuestionKind::short_text)) == "کتاب");
  CHECK(answer(checked.answers, id(QuestionKind::number)) == "1200");
  CHECK(answer(checked.answers, id(QuestionKind::date)) == "1405/08/03");
  CHECK(answer(checked.answers, id(QuestionKind::ranking) + "_c1") == "2");
  struct Case {
    std::string slot;
    const char* value;
    const char* key;
  };
  const std::vector<Case> cases = {
      {id(QuestionKind::single), "c9", "survey.answer_unknown_choice"},
      {id(QuestionKind::single) + "_other_text", " ", "survey.answer_other"},
      {id(QuestionKind::scale), "6", "survey.answer_unknown_choice"},
      {id(QuestionKind::satisfaction), "0", "survey.answer_unknown_choice"},
      {id(QuestionKind::matrix) + "_r2", "c4", "survey.answer_unknown_choice"},
      {id(QuestionKind::ranking) + "_c1", "1", "survey.answer_ranks"},
      {id(QuestionKind::number), "دوازده", "survey.answer_not_number"},
      {id(QuestionKind::date), "۱۴۰۵/۱۳/۱", "form.no_such_day"},
      {id(QuestionKind::date), "دیروز", "survey.answer_not_date"},
      {id(QuestionKind::yes_no), "maybe", "survey.answer_unknown_choice"},
  };
  for (const Case& one : cases) {
    Answers changed = typed;
    set_answer(changed, one.slot, one.value);
    CHECK(wrong(survey, changed) == std::vector<std::string>{one.slot + " " + one.key});
  }
  Answers stranger = typed;
  set_answer(stranger, "q77", "x");
  CHECK(wrong(survey, stranger, HiddenAnswers::refuse) == std::vector<std::string>{"q77 survey.answer_unknown"});
}

TEST_CASE("answers to hidden questions are dropped for a person and refused for a program") {
  Survey survey;
  survey.title = "ت";
  survey.questions = {question("a", QuestionKind::yes_no), question("b", QuestionKind::short_text)};
  survey.questions[1].required = true;
  survey.questions[1].show = {{Join::and_also, "a", Test::is, "yes"}};
  CHECK(wrong(survey, {{"a", "yes"}}) == std::vector<std::string>{"b survey.answer_needed"});
  CHECK(wrong(survey, {{"a", "no"}}).empty());
  const Answers both = {{"a", "no"}, {"b", "چیزی"}};
  CHECK(check_survey_answers(survey, both, HiddenAnswers::drop).answers == Answers{{"a", "no"}});
  CHECK(wrong(survey, both, HiddenAnswers::refuse) == std::vector<std::string>{"b survey.answer_hidden"});
}

TEST_CASE("pages: a section begins one, where the form has pages") {
  Survey survey = every_kind();
  survey.questions.insert(survey.questions.begin() + 5, question("s9", QuestionKind::section));
  CHECK(survey_pages(survey).size() == 1);
  survey.paged = true;
  const std::vector<SurveyPage> pages = survey_pages(survey);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0] == SurveyPage{0, 1, 2, 3, 4});
}

TEST_CASE("the phase of a survey: its day, its end, its quota") {
  SurveyRules rules;
  rules.opens = Instant{10};
  rules.closes = Instant{20};
  rules.quota = 3;
  CHECK(survey_phase(SurveyState::draft, rules, 0, Instant{15}) == SurveyPhase::draft);
  CHECK(survey_phase(SurveyState::open, rules, 0, Instant{9}) == SurveyPhase::waiting);
  CHECK(survey_phase(SurveyState::open, rules, 0, Instant{10}) == SurveyPhase::open);
  CHECK(survey_phase(SurveyState::open, rules, 3, Instant{15}) == SurveyPhase::closed);
  CHECK(survey_phase(SurveyState::open, rules, 2, Instant{20}) == SurveyPhase::closed);
  CHECK(survey_phase(SurveyState::closed, rules, 0, Instant{15}) == SurveyPhase::closed);
}

// Computed by hand: 1, 2, 2, 3, 5, 5: mean 3, squares 4+1+1+0+4+4 = 14, s² = 14/5 = 2.8, half = 1.96 √(2.8/6) = 1.339.
TEST_CASE("means with their interval, and shares that add up") {
  const std::optional<Mean> mean = mean_of({{1, 1}, {2, 2}, {3, 1}, {5, 2}});
  REQUIRE(mean.has_value());
  CHECK(mean->mean == doctest::Approx(3.0));
  REQUIRE(mean->interval.has_value());
  CHECK(mean->interval->first == doctest::Approx(1.661).epsilon(0.001));
  CHECK(mean->interval->second == doctest::Approx(4.339).epsilon(0.001));
  CHECK_FALSE(mean_of({{3, 4}})->interval.has_value());
  CHECK_FALSE(mean_of({{3, 0}}).has_value());
}

TEST_CASE("results: counts of each kind, small ones hidden before the public") {
  Survey survey;
  survey.title = "ت";
  survey.questions = {question("a", QuestionKind::single), question("n", QuestionKind::number)};
  survey.questions[0].choices = {{"c1", "یک"}, {"c2", "دو"}, {"c3", "سه"}};
  CHECK(tallies_of(survey, {{"a", "c1"}}) == std::vector<Tallied>{{"a", "c1", 1}, {"a", "*", 1}});
  const std::vector<Tallied> tallies = {{"a", "*", 20}, {"a", "c1", 11}, {"a", "c2", 6}, {"a", "c3", 3},
                                        {"n", "*", 4},  {"n", "12", 1},  {"n", "7", 3}};
  const std::vector<QuestionResult> all = results_of(survey, tallies, false);
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].parts.size() == 1);
  std::int64_t sum = 0;
  for (const Share& share : all[0].parts[0].shares) sum += share.count;
  CHECK(sum == all[0].answered);
  CHECK(all[0].parts[0].shares[0].percent == 55);
  CHECK(all[1].parts[0].shares[0].id == "7");  // as a number before 12
  CHECK(all[1].parts[0].mean->mean == doctest::Approx(8.25));
  const std::vector<QuestionResult> before_all = results_of(survey, tallies, true);
  const std::vector<Share>& shares = before_all[0].parts[0].shares;
  CHECK_FALSE(shares[0].hidden);
  CHECK(shares[1].hidden);  // the 6, or 20 - 11 - 6 would say the 3
  CHECK(shares[2].hidden);
  CHECK(shares[2].count == 0);
  CHECK(before_all[1].hidden);
  CHECK(before_all[1].parts.empty());
}

}  // namespace hamandish

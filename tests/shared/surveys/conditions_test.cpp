#include "shared/surveys/conditions.h"

#include <doctest/doctest.h>

namespace hamandish {
namespace {

Question question(std::string id, QuestionKind kind) {
  Question made;
  made.id = std::move(id);
  made.kind = kind;
  made.text = "پرسش";
  return made;
}

// Three yes-no questions, then one with the conditions.
Survey three(std::vector<Condition> show) {
  Survey survey;
  for (const char* id : {"a", "b", "c"}) survey.questions.push_back(question(id, QuestionKind::yes_no));
  survey.questions.push_back(question("d", QuestionKind::short_text));
  survey.questions.back().show = std::move(show);
  return survey;
}

Condition yes(Join join, const char* subject) {
  return {join, subject, Test::is, "yes"};
}

}  // namespace

TEST_CASE("conditions: and binds tighter than or, over every combination") {
  constexpr Join kAnd = Join::and_also;
  constexpr Join kOr = Join::or_else;
  struct Case {
    std::vector<Condition> show;
    const char* truth;  // for abc = 000, 001, 010, 011, 100, 101, 110, 111
  };
  const std::vector<Case> cases = {
      {{}, "11111111"},
      {{yes(kAnd, "a")}, "00001111"},
      {{yes(kOr, "a")}, "00001111"},
      {{yes(kAnd, "a"), yes(kAnd, "b")}, "00000011"},
      {{yes(kAnd, "a"), yes(kOr, "b")}, "00111111"},
      {{yes(kAnd, "a"), yes(kAnd, "b"), yes(kAnd, "c")}, "00000001"},
      {{yes(kAnd, "a"), yes(kAnd, "b"), yes(kOr, "c")}, "01010111"},
      {{yes(kAnd, "a"), yes(kOr, "b"), yes(kAnd, "c")}, "00011111"},
      {{yes(kAnd, "a"), yes(kOr, "b"), yes(kOr, "c")}, "01111111"},
  };
  for (std::size_t number = 0; number < cases.size(); ++number) {
    CAPTURE(number);
    const Survey survey = three(cases[number].show);
    for (unsigned row = 0; row < 8; ++row) {
      CAPTURE(row);
      Answers answers;
      set_answer(answers, "a", (row & 4U) != 0 ? "yes" : "no");
      set_answer(answers, "b", (row & 2U) != 0 ? "yes" : "no");
      set_answer(answers, "c", (row & 1U) != 0 ? "yes" : "no");
      CHECK(shown_questions(survey, answers).back() == (cases[number].truth[row] == '1'));
    }
  }
}

TEST_CASE("conditions: every test over an answer below, at and above it, and none") {
  Survey survey;
  survey.questions = {question("n", QuestionKind::number)};
  struct Case {
    Test test;
    const char* truth;  // for no answer, 4, 5, 6
  };
  for (const Case& one : {Case{Test::is, "0010"}, Case{Test::is_not, "0101"}, Case{Test::at_least, "0011"},
                          Case{Test::at_most, "0110"}, Case{Test::answered, "0111"}, Case{Test::unanswered, "1000"}}) {
    const std::vector<Condition> show = {{Join::and_also, "n", one.test, "5"}};
    const char* values[] = {"", "4", "5", "6"};
    for (std::size_t i = 0; i < 4; ++i) {
      CAPTURE(wire_name(one.test));
      CAPTURE(i);
      Answers answers;
      if (i > 0) set_answer(answers, "n", values[i]);
      CHECK(holds(show, survey, answers) == (one.truth[i] == '1'));
    }
  }
  const std::vector<Condition> ten = {{Join::and_also, "n", Test::at_least, "5"}};
  CHECK(holds(ten, survey, {{"n", "10"}}));  // as numbers, not as texts
}

TEST_CASE("conditions: ticks, parts of a matrix, words of a text, dates") {
  Survey survey;
  survey.questions = {question("m", QuestionKind::multiple), question("x", QuestionKind::matrix),
                      question("t", QuestionKind::long_text), question("d", QuestionKind::date)};
  survey.questions[0].choices = {{"c1", "آب"}, {"c2", "خاک"}};
  survey.questions[1].choices = {{"c1", "خوب"}, {"c2", "بد"}};
  survey.questions[1].rows = {{"r1", "دما"}, {"r2", "نور"}};
  const Answers answers = {{"m_c1", "1"}, {"x_r1", "c2"}, {"t", "كتاب‌های خوب"}, {"d", "1405/02/10"}};
  const auto one = [&](const char* subject, Test test, const char* value) {
    return holds({{Join::and_also, subject, test, value}}, survey, answers);
  };
  CHECK(one("m", Test::is, "c1"));
  CHECK_FALSE(one("m", Test::is, "c2"));
  CHECK(one("m", Test::is_not, "c2"));
  CHECK(one("x_r1", Test::is, "c2"));
  CHECK_FALSE(one("x_r2", Test::is, "c2"));
  CHECK(one("x", Test::answered, ""));
  CHECK(one("x_r2", Test::unanswered, ""));
  CHECK(one("t", Test::contains, "کتاب"));  // spellings meet
  CHECK_FALSE(one("t", Test::contains, "خاک"));
  CHECK(one("d", Test::at_least, "1405/01/31"));
  CHECK_FALSE(one("d", Test::at_most, "1405/01/31"));
  CHECK_FALSE(one("nobody", Test::is, "c1"));
}

TEST_CASE("conditions: what a hidden question answers counts for nobody, and a section hides what follows it") {
  Survey survey = three({{Join::and_also, "b", Test::is, "yes"}});
  survey.questions[1].show = {yes(Join::and_also, "a")};
  CHECK(shown_questions(survey, {{"a", "yes"}, {"b", "yes"}}) == std::vector<bool>{true, true, true, true});
  CHECK(shown_questions(survey, {{"a", "no"}, {"b", "yes"}}) == std::vector<bool>{true, false, true, false});
  Survey sections = three({});
  sections.questions.insert(sections.questions.begin() + 1, question("s1", QuestionKind::section));
  sections.questions[1].show = {yes(Join::and_also, "a")};
  sections.questions.insert(sections.questions.begin() + 3, question("s2", QuestionKind::section));
  CHECK(shown_questions(sections, {{"a", "no"}}) == std::vector<bool>{true, false, false, true, true, true});
}

TEST_CASE("piping puts the answer in words into a later text") {
  Survey survey = three({});
  CHECK(pipes_in("از {a} تا {b} و {") == std::vector<std::string>{"a", "b"});
  CHECK(piped(survey, {{"a", "yes"}}, "پاسخ {a} و {b}") == "پاسخ بله و …");
  CHECK(piped(survey, {{"d", "{a}"}, {"a", "no"}}, "{d}") == "{a}");
}

}  // namespace hamandish

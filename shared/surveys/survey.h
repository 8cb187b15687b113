// A survey as data: what is asked, of which kind, when. One Survey is one version of a form; who may answer, from when to
// when, and what is done with the results stands beside it (SurveyRules). Pure: no clock, no database.
//
// Answers are flat, as a form posts them: a slot and a text for each. Slots of a question q3 with choices c1, c2 and rows
// r1, r2: «q3» (texts, one choice, scales, number, date, file), «q3_c1» = "1" (each choice that was ticked), «q3_r1» = id of
// the column (matrix), «q3_c1» = "2" (ranking), «q3_other_text» (what was written beside «other»).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/forms/field.h"
#include "shared/users/permissions.h"

namespace hamandish {

enum class QuestionKind {
  section,       // a heading with a text; begins a page when the form has pages
  short_text,    //
  long_text,     //
  single,        // one of the choices, perhaps «other» with a text
  multiple,      // any of them
  scale,         // a whole number from lowest to highest, with words for both ends
  satisfaction,  // خیلی راضی … خیلی ناراضی, 5 to 1 (domain.md 1.4)
  quality,       // عالی خوب متوسط ضعیف, 4 to 1
  matrix,        // for each row one of the choices
  ranking,       // every choice gets a place of its own
  number,        // whole
  date,          // Jalali, kept as 1405/08/30
  yes_no,        //
  file,          //
};
inline constexpr std::array kQuestionKinds = {
    QuestionKind::section,  QuestionKind::short_text, QuestionKind::long_text,    QuestionKind::single,
    QuestionKind::multiple, QuestionKind::scale,      QuestionKind::satisfaction, QuestionKind::quality,
    QuestionKind::matrix,   QuestionKind::ranking,    QuestionKind::number,       QuestionKind::date,
    QuestionKind::yes_no,   QuestionKind::file};

// All but `unanswered` are false while there is no answer, also `is_not`: what was not asked says nothing.
enum class Test { is, is_not, at_least, at_most, contains, answered, unanswered };
inline constexpr std::array kTests = {Test::is,       Test::is_not,   Test::at_least,  Test::at_most,
                                      Test::contains, Test::answered, Test::unanswered};

// How a condition hangs together with the one before it. «and» binds tighter than «or», as in speech.
enum class Join { and_also, or_else };

struct Condition {
  Join join = Join::and_also;  // of the first one: means nothing
  std::string subject;         // id of an earlier question, or a slot of a matrix or ranking («q3_r1»)
  Test test = Test::is;
  std::string value;  // id of a choice, a number, a date, a part of a text; empty for answered and unanswered
  bool operator==(const Condition&) const = default;
};

struct Question {
  std::string id;  // small letters and digits; never given to another question of the survey again
  QuestionKind kind = QuestionKind::short_text;
  std::string text;  // may hold {q1}: the answer to an earlier question
  std::string help;
  bool required = false;
  bool other = false;           // single, multiple: also a text of one's own
  std::vector<Choice> choices;  // single, multiple, ranking; columns of a matrix
  std::vector<Choice> rows;     // of a matrix
  int lowest = 1;               // scale
  int highest = 5;
  std::string low_label;
  std::string high_label;
  std::optional<std::int64_t> least;  // number
  std::optional<std::int64_t> most;
  std::vector<Condition> show;  // empty: always
  bool operator==(const Question&) const = default;
};

struct Survey {
  std::string title;
  std::string lead;
  std::string thanks;       // after sending; may be empty
  bool paged = false;       // a page for each section
  bool by_unit = false;     // asks which unit the answers are about
  bool by_service = false;  // and which service: a category of the profile
  std::vector<Question> questions;
  bool operator==(const Survey&) const = default;
};

// Who may answer. Whoever comes from a closed case of their own may answer all but `link`.
enum class SurveyAccess { open, device, link, closed_case };
inline constexpr std::array kSurveyAccesses = {SurveyAccess::open, SurveyAccess::device, SurveyAccess::link,
                                               SurveyAccess::closed_case};

struct SurveyRules {
  SurveyAccess access = SurveyAccess::device;
  bool anonymous = true;         // nothing is kept that leads from the answers to the person
  bool after_cases = false;      // offered beside the answer to a closed case
  bool results_public = false;   // once it is closed
  std::optional<Instant> opens;  // empty: when it is opened
  std::optional<Instant> closes;
  std::int64_t quota = 0;  // closes after so many answers; 0: never
  bool operator==(const SurveyRules&) const = default;
};

enum class SurveyState { draft, open, closed };
inline constexpr std::array kSurveyStates = {SurveyState::draft, SurveyState::open, SurveyState::closed};
// How it stands to the public: an open one may wait for its day, be over, or be full.
enum class SurveyPhase { draft, waiting, open, closed };
SurveyPhase survey_phase(SurveyState state, const SurveyRules& rules, std::int64_t answers, Instant now);

inline constexpr std::size_t kMostQuestions = 100;
inline constexpr std::size_t kMostChoices = 50;
inline constexpr std::size_t kMostRows = 30;
inline constexpr std::size_t kMostConditions = 8;
inline constexpr int kQuestionLetters = 1000;
inline constexpr int kChoiceLetters = 200;
inline constexpr int kShortAnswerLetters = 300;
inline constexpr int kLongAnswerLetters = 5000;
inline constexpr std::string_view kOtherChoice = "other";

std::string_view wire_name(QuestionKind kind);
std::string_view wire_name(Test test);
std::string_view wire_name(Join join);
std::string_view wire_name(SurveyAccess access);
std::string_view wire_name(SurveyState state);
std::string_view wire_name(SurveyPhase phase);
std::optional<QuestionKind> question_kind_from(std::string_view wire_name);
std::optional<Test> test_from(std::string_view wire_name);
std::optional<Join> join_from(std::string_view wire_name);
std::optional<SurveyAccess> survey_access_from(std::string_view wire_name);
std::optional<SurveyState> survey_state_from(std::string_view wire_name);

// Public relations and the head's office make surveys; unit managers and IT, who writes the reports, read the results.
bool may_keep_surveys(Role role);
bool may_read_surveys(Role role);

// The slot of a part of a question: «q3_c1».
std::string slot_of(const Question& question, std::string_view part);
// All slots that an answer to the question may fill.
std::vector<std::string> slots_of(const Question& question);
// nullptr if there is none.
const Question* find_question(const Survey& survey, std::string_view id);
// The choices as they are offered: of the two satisfaction scales, yes and no, a scale's numbers; with «other» last.
std::vector<Choice> offered_choices(const Question& question);
// Whether its choices are numbers, so that more and less mean something.
bool is_numeric(QuestionKind kind);
// One answer from offered_choices.
bool is_one_choice(QuestionKind kind);

// Which questions stand together on a page, as positions in survey.questions. One page if the form has none.
using SurveyPage = std::vector<std::size_t>;
std::vector<SurveyPage> survey_pages(const Survey& survey);

}  // namespace hamandish

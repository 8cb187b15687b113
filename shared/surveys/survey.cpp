#include "shared/surveys/survey.h"

#include <algorithm>

#include "shared/base/wire_names.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, kQuestionKinds.size()> kKindNames = {
    "section", "short_text", "long_text", "single", "multiple", "scale",  "satisfaction",
    "quality", "matrix",     "ranking",   "number", "date",     "yes_no", "file"};
constexpr std::array<std::string_view, kTests.size()> kTestNames = {"is",       "is_not",   "at_least",  "at_most",
                                                                    "contains", "answered", "unanswered"};
constexpr std::array<std::string_view, 2> kJoinNames = {"and", "or"};
constexpr std::array<std::string_view, kSurveyAccesses.size()> kAccessNames = {"open", "device", "link", "closed_case"};
constexpr std::array<std::string_view, kSurveyStates.size()> kStateNames = {"draft", "open", "closed"};
constexpr std::array<std::string_view, 4> kPhaseNames = {"draft", "waiting", "open", "closed"};

// «5» in the words «survey_satisfaction.5».
std::vector<Choice> worded_scale(int highest, const std::string& words) {
  std::vector<Choice> choices;
  for (int value = highest; value >= 1; --value) {
    const std::string id = std::to_string(value);
    choices.push_back({id, say(words + id)});
  }
  return choices;
}

// «۱ (خیلی بد)», «۲», ..., «۵ (خیلی خوب)»
std::vector<Choice> numbers(const Question& question) {
  std::vector<Choice> choices;
  for (int value = question.lowest; value <= question.highest; ++value) {
    const std::string& label = value == question.lowest    ? question.low_label
                               : value == question.highest ? question.high_label
                                                           : std::string();
    std::string name = text::persian_number(value);
    if (!label.empty()) name = say("survey.scale_end", {{"number", name}, {"label", label}});
    choices.push_back({std::to_string(value), std::move(name)});
  }
  return choices;
}

}  // namespace

SurveyPhase survey_phase(SurveyState state, const SurveyRules& rules, std::int64_t answers, Instant now) {
  if (state == SurveyState::draft) return SurveyPhase::draft;
  if (state == SurveyState::closed) return SurveyPhase::closed;
  if (rules.closes && *rules.closes <= now) return SurveyPhase::closed;
  if (rules.quota > 0 && answers >= rules.quota) return SurveyPhase::closed;
  return rules.opens && now < *rules.opens ? SurveyPhase::waiting : SurveyPhase::open;
}

std::string_view wire_name(QuestionKind kind) {
  return name_in(kKindNames, kind);
}
std::string_view wire_name(Test test) {
  return name_in(kTestNames, test);
}
std::string_view wire_name(Join join) {
  return name_in(kJoinNames, join);
}
std::string_view wire_name(SurveyAccess access) {
  return name_in(kAccessNames, access);
}
std::string_view wire_name(SurveyState state) {
  return name_in(kStateNames, state);
}
std::string_view wire_name(SurveyPhase phase) {
  return name_in(kPhaseNames, phase);
}
std::optional<QuestionKind> question_kind_from(std::string_view wire_name) {
  return value_in<QuestionKind>(kKindNames, wire_name);
}
std::optional<Test> test_from(std::string_view wire_name) {
  return value_in<Test>(kTestNames, wire_name);
}
std::optional<Join> join_from(std::string_view wire_name) {
  return value_in<Join>(kJoinNames, wire_name);
}
std::optional<SurveyAccess> survey_access_from(std::string_view wire_name) {
  return value_in<SurveyAccess>(kAccessNames, wire_name);
}
std::optional<SurveyState> survey_state_from(std::string_view wire_name) {
  return value_in<SurveyState>(kStateNames, wire_name);
}

bool may_keep_surveys(Role role) {
  return role == Role::public_relations || role == Role::head_office;
}

bool may_read_surveys(Role role) {
  return may_keep_surveys(role) || role == Role::unit_manager || role == Role::it;
}

std::string slot_of(const Question& question, std::string_view part) {
  return question.id + "_" + std::string(part);
}

std::vector<std::string> slots_of(const Question& question) {
  std::vector<std::string> slots;
  const bool parts = question.kind == QuestionKind::multiple || question.kind == QuestionKind::ranking;
  if (question.kind == QuestionKind::section) return slots;
  if (!parts && question.kind != QuestionKind::matrix) slots.push_back(question.id);
  if (parts) {
    for (const Choice& choice : question.choices) slots.push_back(slot_of(question, choice.id));
  }
  if (question.kind == QuestionKind::matrix) {
    for (const Choice& row : question.rows) slots.push_back(slot_of(question, row.id));
  }
  if (question.other && question.kind == QuestionKind::multiple) slots.push_back(slot_of(question, kOtherChoice));
  if (question.other) slots.push_back(slot_of(question, "other_text"));
  return slots;
}

const Question* find_question(const Survey& survey, std::string_view id) {
  const auto found = std::find_if(survey.questions.begin(), survey.questions.end(),
                                  [&](const Question& question) { return question.id == id; });
  return found == survey.questions.end() ? nullptr : &*found;
}

std::vector<Choice> offered_choices(const Question& question) {
  constexpr int kSatisfaction = 5;
  constexpr int kQuality = 4;
  switch (question.kind) {
    case QuestionKind::satisfaction:
      return worded_scale(kSatisfaction, "survey_satisfaction.");
    case QuestionKind::quality:
      return worded_scale(kQuality, "survey_quality.");
    case QuestionKind::scale:
      return numbers(question);
    case QuestionKind::yes_no:
      return {{"yes", say("survey.yes")}, {"no", say("survey.no")}};
    default:
      break;
  }
  std::vector<Choice> choices = question.choices;
  if (question.other) choices.push_back({std::string(kOtherChoice), say("survey.other")});
  return choices;
}

bool is_numeric(QuestionKind kind) {
  return kind == QuestionKind::scale || kind == QuestionKind::satisfaction || kind == QuestionKind::quality ||
         kind == QuestionKind::number;
}

bool is_one_choice(QuestionKind kind) {
  return kind == QuestionKind::single || kind == QuestionKind::yes_no ||
         (is_numeric(kind) && kind != QuestionKind::number);
}

std::vector<SurveyPage> survey_pages(const Survey& survey) {
  std::vector<SurveyPage> pages(1);
  for (std::size_t i = 0; i < survey.questions.size(); ++i) {
    const bool begins = survey.paged && survey.questions[i].kind == QuestionKind::section;
    if (begins && !pages.back().empty()) pages.emplace_back();
    pages.back().push_back(i);
  }
  return pages;
}

}  // namespace hamandish

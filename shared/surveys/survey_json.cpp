#include "shared/surveys/survey_json.h"

#include "shared/json/reader.h"

namespace hamandish {
namespace {

Json choices_json(const std::vector<Choice>& choices) {
  Json list = Json::array();
  for (const Choice& choice : choices) list.push(Json::object({{"id", choice.id}, {"name", choice.name}}));
  return list;
}

Json condition_json(const Condition& condition) {
  Json json = Json::object({{"join", std::string(wire_name(condition.join))},
                            {"subject", condition.subject},
                            {"test", std::string(wire_name(condition.test))}});
  if (!condition.value.empty()) json.set("value", condition.value);
  return json;
}

// Members that are as they are without being said are left out.
Json question_json(const Question& question) {
  Json json =
      Json::object({{"id", question.id}, {"kind", std::string(wire_name(question.kind))}, {"text", question.text}});
  if (!question.help.empty()) json.set("help", question.help);
  if (question.required) json.set("required", true);
  if (question.other) json.set("other", true);
  if (!question.choices.empty()) json.set("choices", choices_json(question.choices));
  if (!question.rows.empty()) json.set("rows", choices_json(question.rows));
  if (question.kind == QuestionKind::scale) {
    json.set("lowest", question.lowest);
    json.set("highest", question.highest);
    json.set("low_label", question.low_label);
    json.set("high_label", question.high_label);
  }
  if (question.least) json.set("least", *question.least);
  if (question.most) json.set("most", *question.most);
  if (!question.show.empty()) {
    Json show = Json::array();
    for (const Condition& condition : question.show) show.push(condition_json(condition));
    json.set("show", std::move(show));
  }
  return json;
}

Choice read_choice(Reader& reader) {
  return {reader.text("id"), reader.text("name")};
}

Condition read_condition(Reader& reader) {
  Condition condition;
  condition.join = reader.word("join", join_from);
  condition.subject = reader.text("subject");
  condition.test = reader.word("test", test_from);
  condition.value = reader.text_or("value", "");
  return condition;
}

Question read_question(Reader& reader) {
  Question question;
  question.id = reader.text("id");
  question.kind = reader.word("kind", question_kind_from);
  question.text = reader.text("text");
  question.help = reader.text_or("help", "");
  question.required = reader.boolean_or("required", false);
  question.other = reader.boolean_or("other", false);
  question.choices = reader.list<Choice>("choices", read_choice);
  question.rows = reader.list<Choice>("rows", read_choice);
  question.lowest = static_cast<int>(reader.integer_or("lowest", 1));
  question.highest = static_cast<int>(reader.integer_or("highest", 5));
  question.low_label = reader.text_or("low_label", "");
  question.high_label = reader.text_or("high_label", "");
  if (reader.member("least") != nullptr) question.least = reader.integer("least");
  if (reader.member("most") != nullptr) question.most = reader.integer("most");
  question.show = reader.list<Condition>("show", read_condition);
  return question;
}

Error unreadable(std::vector<FieldError> errors) {
  return {Code::invalid, "error.invalid", {}, std::move(errors), {}};
}

}  // namespace

Json survey_json(const Survey& survey) {
  Json questions = Json::array();
  for (const Question& question : survey.questions) questions.push(question_json(question));
  return Json::object({{"title", survey.title},
                       {"lead", survey.lead},
                       {"thanks", survey.thanks},
                       {"paged", survey.paged},
                       {"by_unit", survey.by_unit},
                       {"by_service", survey.by_service},
                       {"questions", std::move(questions)}});
}

Result<Survey> read_survey(const Json& json) {
  std::vector<FieldError> errors;
  Reader reader(json, errors);
  Survey survey;
  survey.title = reader.text("title");
  survey.lead = reader.text_or("lead", "");
  survey.thanks = reader.text_or("thanks", "");
  survey.paged = reader.boolean_or("paged", false);
  survey.by_unit = reader.boolean_or("by_unit", false);
  survey.by_service = reader.boolean_or("by_service", false);
  survey.questions = reader.list<Question>("questions", read_question);
  if (!errors.empty()) return unreadable(std::move(errors));
  return survey;
}

Json rules_json(const SurveyRules& rules) {
  Json json = Json::object({{"access", std::string(wire_name(rules.access))},
                            {"anonymous", rules.anonymous},
                            {"after_cases", rules.after_cases},
                            {"results_public", rules.results_public},
                            {"quota", rules.quota}});
  if (rules.opens) json.set("opens_at", rules.opens->milliseconds);
  if (rules.closes) json.set("closes_at", rules.closes->milliseconds);
  return json;
}

Result<SurveyRules> read_rules(const Json& json) {
  std::vector<FieldError> errors;
  Reader reader(json, errors);
  SurveyRules rules;
  rules.access = reader.word("access", survey_access_from);
  rules.anonymous = reader.boolean_or("anonymous", true);
  rules.after_cases = reader.boolean_or("after_cases", false);
  rules.results_public = reader.boolean_or("results_public", false);
  rules.quota = reader.integer_or("quota", 0);
  if (reader.member("opens_at") != nullptr) rules.opens = reader.instant("opens_at");
  if (reader.member("closes_at") != nullptr) rules.closes = reader.instant("closes_at");
  if (!errors.empty()) return unreadable(std::move(errors));
  return rules;
}

}  // namespace hamandish

#include "shared/surveys/templates.h"

#include <initializer_list>

#include "shared/base/wire_names.h"
#include "shared/messages/messages.h"

namespace hamandish {
namespace {

constexpr std::array<std::string_view, 2> kNames = {"empty", "service_satisfaction"};

// Texts stand under «survey_template.<id>», its help under «<id>_help», choices under «<id>_<choice>».
std::string words(const std::string& id) {
  return say("survey_template." + id);
}

Question question(const std::string& id, QuestionKind kind, const std::string& words_of, bool required = false) {
  Question made;
  made.id = id;
  made.kind = kind;
  made.text = words(words_of);
  made.required = required;
  return made;
}

void choices(Question& to, const std::string& prefix, int count) {
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    to.choices.push_back({"c" + number, words(prefix + number)});
  }
}

// The items that are judged on the scale of satisfaction, a section each.
struct Axis {
  const char* section;
  int first;
  int last;
};
constexpr Axis kAxes[] = {{"information", 1, 2}, {"answering", 3, 6}, {"time", 7, 8}, {"office", 9, 12}};

void add_axes(Survey& survey) {
  int section = 1;
  for (const Axis& axis : kAxes) {
    survey.questions.push_back(question("s" + std::to_string(++section), QuestionKind::section, axis.section));
    for (int item = axis.first; item <= axis.last; ++item) {
      const std::string id = "q" + std::to_string(item);
      survey.questions.push_back(question(id, QuestionKind::satisfaction, id, item == axis.first));
    }
  }
}

void add_whole(Survey& survey) {
  survey.questions.push_back(question("s7", QuestionKind::section, "whole"));
  survey.questions.push_back(question("q13", QuestionKind::satisfaction, "q13", true));
  Question why = question("q14", QuestionKind::long_text, "q14");
  why.show = {{Join::and_also, "q13", Test::at_most, "2"}};
  survey.questions.push_back(std::move(why));
  Question unlawful = question("q15", QuestionKind::yes_no, "q15");
  unlawful.help = words("q15_help");
  survey.questions.push_back(std::move(unlawful));
  Question what = question("q16", QuestionKind::long_text, "q16");
  what.help = words("q16_help");
  what.show = {{Join::and_also, "q15", Test::is, "yes"}};
  survey.questions.push_back(std::move(what));
  survey.questions.push_back(question("q17", QuestionKind::long_text, "q17"));
}

void add_person(Survey& survey) {
  struct Item {
    const char* id;
    const char* prefix;
    int count;
  };
  survey.questions.push_back(question("s8", QuestionKind::section, "person"));
  survey.questions.back().help = words("person_help");
  for (const Item& item : {Item{"q18", "visits", 4}, Item{"q19", "gender", 2}, Item{"q20", "age", 5},
                           Item{"q21", "school", 4}, Item{"q22", "work", 6}}) {
    Question made = question(item.id, QuestionKind::single, item.prefix);
    choices(made, item.prefix, item.count);
    survey.questions.push_back(std::move(made));
  }
}

Survey service_satisfaction() {
  Survey survey;
  survey.title = words("title");
  survey.lead = words("lead");
  survey.thanks = words("thanks");
  survey.paged = true;
  survey.by_unit = true;
  survey.by_service = true;
  add_axes(survey);
  add_whole(survey);
  add_person(survey);
  return survey;
}

}  // namespace

std::string_view wire_name(SurveyTemplate which) {
  return name_in(kNames, which);
}

std::optional<SurveyTemplate> survey_template_from(std::string_view wire_name) {
  return value_in<SurveyTemplate>(kNames, wire_name);
}

Survey make_survey(SurveyTemplate which) {
  if (which == SurveyTemplate::service_satisfaction) return service_satisfaction();
  Survey survey;
  survey.title = words("empty_title");
  return survey;
}

}  // namespace hamandish

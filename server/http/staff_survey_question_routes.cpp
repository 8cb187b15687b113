// One question of a survey, written in a form without script.
#include <algorithm>
#include <utility>

#include "server/http/context.h"
#include "server/http/news_views.h"
#include "server/http/overtaken.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/staff_surveys_routes.h"
#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/staff_surveys_page.h"
#include "shared/surveys/check_structure.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"
#include "shared/text/normalize.h"
#include "shared/text/search_key.h"

namespace hamandish::server {
namespace {

using pages::kConditionRows;

SurveysService& surveys_of(const Call& call) {
  return call.context.services.surveys;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}
Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

std::string show_field(int row, const char* part) {
  return "show_" + std::to_string(row) + "_" + part;
}

std::string lines_of_choices(const std::vector<Choice>& choices) {
  std::string lines;
  for (const Choice& choice : choices) lines += choice.name + "\n";
  return lines;
}

const Question* subject_of(const Survey& survey, const std::string& subject) {
  return find_question(survey, subject.substr(0, subject.find('_')));
}

// What conditions on the question at `at` may ask for: everything before it, rows and choices of their own too.
std::vector<view::Option> subjects_before(const Survey& survey, std::size_t at) {
  std::vector<view::Option> subjects;
  for (std::size_t i = 0; i < std::min(at, survey.questions.size()); ++i) {
    const Question& question = survey.questions[i];
    if (question.kind == QuestionKind::section) continue;
    subjects.push_back(
        {question.id, say("survey.fault_at", {{"id", text::ltr(question.id)}, {"message", question.text}})});
    const bool matrix = question.kind == QuestionKind::matrix;
    if (!matrix && question.kind != QuestionKind::ranking) continue;
    for (const Choice& part : matrix ? question.rows : question.choices) {
      const std::string slot = slot_of(question, part.id);
      subjects.push_back({slot, say("survey.fault_at", {{"id", text::ltr(slot)}, {"message", part.name}})});
    }
  }
  return subjects;
}

// The value of a condition in words, and the other way round.
std::string value_words(const Survey& survey, const Condition& condition) {
  const Question* question = subject_of(survey, condition.subject);
  if (question == nullptr) return condition.value;
  for (const Choice& choice : offered_choices(*question)) {
    if (choice.id == condition.value) return choice.name;
  }
  return text::persian_digits(condition.value);
}

std::string value_from(const Survey& survey, const std::string& subject, const std::string& typed) {
  const Question* question = subject_of(survey, subject);
  if (question == nullptr || typed.empty()) return typed;
  const std::string key = text::search_key(typed);
  for (const Choice& choice : offered_choices(*question)) {
    if (text::search_key(choice.name) == key || choice.id == text::ascii_digits(typed)) return choice.id;
  }
  if (question->kind == QuestionKind::date) {
    const std::optional<JalaliDate> date = parse_jalali(typed);
    return date ? text::ascii_digits(short_date(to_day(*date))) : typed;
  }
  const std::optional<std::int64_t> number = text::parse_integer(typed);
  return number ? std::to_string(*number) : text::for_storage_one_line(typed);
}

Answers answers_of(const Survey& survey, const Question& question) {
  const auto number = [](std::int64_t value) { return text::persian_digits(std::to_string(value)); };
  Answers answers = {{"text", question.text},
                     {"help_text", question.help},
                     {"required", question.required ? "1" : ""},
                     {"choices", lines_of_choices(question.choices)},
                     {"rows", lines_of_choices(question.rows)},
                     {"other", question.other ? "1" : ""},
                     {"lowest", number(question.lowest)},
                     {"highest", number(question.highest)},
                     {"low_label", question.low_label},
                     {"high_label", question.high_label},
                     {"least", question.least ? number(*question.least) : ""},
                     {"most", question.most ? number(*question.most) : ""}};
  for (std::size_t i = 0; i < question.show.size(); ++i) {
    const int row = static_cast<int>(i) + 1;
    const Condition& condition = question.show[i];
    set_answer(answers, show_field(row, "join"), std::string(wire_name(condition.join)));
    set_answer(answers, show_field(row, "subject"), condition.subject);
    set_answer(answers, show_field(row, "test"), std::string(wire_name(condition.test)));
    set_answer(answers, show_field(row, "value"), value_words(survey, condition));
  }
  return answers;
}

// --- What was typed

// Every version of the survey, so that no id is given twice.
std::vector<Survey> history_of(const Call& call, const SurveyView& view) {
  std::vector<Survey> all = {view.survey};
  for (std::int64_t form = 1; form <= view.row.form; ++form) {
    Result<SurveyView> old = surveys_of(call).survey(view.row.id, form, call.now);
    if (old) all.push_back(std::move(old->survey));
  }
  return all;
}

// The number behind the letter: 12 of «c12»; 0 for others.
std::int64_t number_of_id(const std::string& id) {
  return id.size() > 1 ? text::parse_integer(id.substr(1)).value_or(0) : 0;
}

std::string new_question_id(const std::vector<Survey>& history) {
  std::int64_t last = 0;
  for (const Survey& survey : history) {
    for (const Question& question : survey.questions) last = std::max(last, number_of_id(question.id));
  }
  return "q" + std::to_string(last + 1);
}

// Lines as choices: a name that was there keeps its id, a new one gets an id that never was.
class ChoiceList {
 public:
  ChoiceList(char letter, std::vector<Choice> before) : letter_(letter), before_(std::move(before)) {
    for (const Choice& choice : before_) last_ = std::max(last_, number_of_id(choice.id));
  }

  std::vector<Choice> read(std::string_view lines) {
    std::vector<Choice> list;
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      std::string name = text::for_storage_one_line(lines.substr(0, end));
      lines.remove_prefix(std::min(end + 1, lines.size()));
      if (!text::blank(name)) list.push_back({id_of(name), std::move(name)});
    }
    return list;
  }

 private:
  std::string id_of(const std::string& name) {
    for (const Choice& choice : before_) {
      if (choice.name == name) return choice.id;
    }
    return letter_ + std::to_string(++last_);
  }

  char letter_;
  std::vector<Choice> before_;
  std::int64_t last_ = 0;
};

std::vector<Choice> ever(const std::vector<Survey>& history, const std::string& id,
                         std::vector<Choice> Question::*list) {
  std::vector<Choice> all;
  for (const Survey& survey : history) {
    const Question* question = find_question(survey, id);
    if (question != nullptr) all.insert(all.end(), (question->*list).begin(), (question->*list).end());
  }
  return all;
}

std::optional<std::int64_t> number_from(const Answers& answers, const char* name, std::vector<FieldError>& errors) {
  const std::string_view typed = answer(answers, name);
  if (text::blank(typed)) return std::nullopt;
  const std::optional<std::int64_t> number = text::parse_integer(typed);
  if (!number) errors.push_back({name, "staff_survey.not_number", {}});
  return number;
}

constexpr std::int64_t kLargestStep = 1000;
int step_from(std::optional<std::int64_t> number, int otherwise) {
  return static_cast<int>(std::clamp<std::int64_t>(number.value_or(otherwise), -kLargestStep, kLargestStep));
}

// `rows`: for each condition the row of the form that it stands in.
std::vector<Condition> conditions_from(const Survey& survey, const Answers& answers, std::vector<int>& rows) {
  std::vector<Condition> show;
  for (int row = 1; row <= kConditionRows; ++row) {
    Condition condition;
    condition.subject = answer(answers, show_field(row, "subject"));
    if (condition.subject.empty()) continue;
    condition.join =
        show.empty() ? Join::and_also : join_from(answer(answers, show_field(row, "join"))).value_or(Join::and_also);
    condition.test = test_from(answer(answers, show_field(row, "test"))).value_or(Test::is);
    const bool valueless = condition.test == Test::answered || condition.test == Test::unanswered;
    if (!valueless)
      condition.value = value_from(survey, condition.subject, std::string(answer(answers, show_field(row, "value"))));
    show.push_back(std::move(condition));
    rows.push_back(row);
  }
  return show;
}

// Where the form shows what is wrong with a question; empty: not here.
std::string field_of(const std::string& place, const std::string& question, const std::vector<int>& rows) {
  if (!place.starts_with(question + ".")) return {};
  std::string member = place.substr(question.size() + 1);
  if (member == "scale") return "lowest";
  if (member == "id") return "text";
  constexpr std::string_view kShow = "show.";
  if (!member.starts_with("show")) return member;
  const auto index = static_cast<std::size_t>(
      text::parse_integer(member.size() > kShow.size() ? member.substr(kShow.size()) : "1").value_or(1));
  const int row = index >= 1 && index <= rows.size() ? rows[index - 1] : 1;
  return show_field(row, "subject");
}

Answers typed_fields(const Call& call) {
  Answers answers;
  for (const char* name : {"text", "help_text", "required", "choices", "rows", "other", "lowest", "highest",
                           "low_label", "high_label", "least", "most"}) {
    set_answer(answers, name, typed_field(call, name));
  }
  for (int row = 1; row <= kConditionRows; ++row) {
    for (const char* part : {"join", "subject", "test", "value"}) {
      set_answer(answers, show_field(row, part), typed_field(call, show_field(row, part)));
    }
  }
  return answers;
}

struct Read {
  Question question;
  std::vector<FieldError> errors;
  std::vector<int> rows;
};

Read question_from(const Survey& survey, const std::vector<Survey>& history, const Question& before,
                   const Answers& typed) {
  Read read;
  Question& made = read.question;
  made.id = before.id;
  made.kind = before.kind;
  made.text = text::for_storage_one_line(answer(typed, "text"));
  made.help = text::for_storage(answer(typed, "help_text"));
  made.required = answer(typed, "required") == "1" && made.kind != QuestionKind::section;
  made.other = answer(typed, "other") == "1";
  made.choices = ChoiceList('c', ever(history, made.id, &Question::choices)).read(answer(typed, "choices"));
  made.rows = ChoiceList('r', ever(history, made.id, &Question::rows)).read(answer(typed, "rows"));
  made.lowest = step_from(number_from(typed, "lowest", read.errors), made.lowest);
  made.highest = step_from(number_from(typed, "highest", read.errors), made.highest);
  made.low_label = text::for_storage_one_line(answer(typed, "low_label"));
  made.high_label = text::for_storage_one_line(answer(typed, "high_label"));
  made.least = number_from(typed, "least", read.errors);
  made.most = number_from(typed, "most", read.errors);
  made.show = conditions_from(survey, typed, read.rows);
  return read;
}

std::size_t place_of(const Survey& survey, std::string_view id) {
  const Question* question = find_question(survey, id);
  return question == nullptr ? survey.questions.size() : static_cast<std::size_t>(question - survey.questions.data());
}

pages::QuestionFormState form_of(const SurveyView& view, const std::string& id, QuestionKind kind) {
  pages::QuestionFormState state;
  const std::size_t at = place_of(view.survey, id);
  state.id = view.row.id;
  state.version = view.row.version;
  state.question = id;
  state.kind = kind;
  state.subjects = subjects_before(view.survey, at);
  state.may_move_up = !id.empty() && at > 0;
  state.may_move_down = !id.empty() && at + 1 < view.survey.questions.size();
  return state;
}

Reply form_reply(const Call& call, const pages::QuestionFormState& state, int status = 200) {
  return remote_reply(call, pages::survey_question_view(site_of(call), state), status);
}

// Faults that the change of another question has brought.
bool breaks_others(const Survey& survey) {
  const std::vector<FieldError> faults = check_survey(survey);
  return std::any_of(faults.begin(), faults.end(), [](const FieldError& fault) {
    return fault.key == "survey.condition_unknown" || fault.key == "survey.condition_forward" ||
           fault.key == "survey.pipe_unknown" || fault.key == "survey.pipe_forward";
  });
}

}  // namespace

Reply survey_question_page(const Call& call, std::int64_t id, std::string_view question) {
  if (!may_keep_surveys(actor_of(call).role)) return remote_error(call, forbidden());
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), id, call.now);
  if (!view) return remote_error(call, view.error());
  const Question* found = find_question(view->survey, question);
  if (found == nullptr) return remote_error(call, error_of_status(404));
  pages::QuestionFormState state = form_of(*view, found->id, found->kind);
  state.answers = answers_of(view->survey, *found);
  return form_reply(call, state);
}

Reply survey_new_question_page(const Call& call, std::int64_t id, std::string_view kind_name) {
  if (!may_keep_surveys(actor_of(call).role)) return remote_error(call, forbidden());
  const std::optional<QuestionKind> kind = question_kind_from(kind_name);
  if (!kind) return remote_error(call, error_of_status(404));
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), id, call.now);
  if (!view) return remote_error(call, view.error());
  pages::QuestionFormState state = form_of(*view, {}, *kind);
  state.answers = answers_of(view->survey, Question{});
  return form_reply(call, state);
}

Reply post_survey_question(const Call& call) {
  if (!may_keep_surveys(actor_of(call).role)) return remote_error(call, forbidden());
  const SurveysService::Edition edition = survey_edition_of(call);
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), edition.id, call.now);
  if (!view) return remote_error(call, view.error());
  const std::string id(call.request.path_value("question"));
  Question before;
  if (id.empty()) {
    const std::optional<QuestionKind> kind = question_kind_from(call.request.path_value("kind"));
    if (!kind) return remote_error(call, error_of_status(404));
    before.kind = *kind;
  } else {
    const Question* found = find_question(view->survey, id);
    if (found == nullptr) return remote_error(call, error_of_status(404));
    before = *found;
  }
  pages::QuestionFormState state = form_of(*view, id, before.kind);
  state.version = edition.version;
  state.answers = typed_fields(call);
  const std::vector<Survey> history = history_of(call, *view);
  if (id.empty()) before.id = new_question_id(history);
  Read read = question_from(view->survey, history, before, state.answers);
  Survey survey = view->survey;
  const std::size_t at = place_of(survey, id);
  if (at == survey.questions.size()) survey.questions.emplace_back();
  survey.questions[at] = read.question;
  state.errors = std::move(read.errors);
  for (FieldError& fault : check_survey(survey)) {
    std::string field = field_of(fault.field, before.id, read.rows);
    if (field.empty() && fault.key == "survey.too_many_questions") field = "text";
    if (!field.empty()) state.errors.push_back({std::move(field), fault.key, fault.params});
  }
  if (!state.errors.empty()) return form_reply(call, state, 422);
  const Result<void> done = surveys_of(call).write(actor_of(call), edition, survey, call.now);
  if (done) return remote_go(call, pages::staff_survey_address(edition.id));
  if (done.error().key == "survey.changed_meanwhile") {
    state.version = view->row.version;
    pages::QuestionFormState stored = state;
    if (!id.empty()) stored.answers = answers_of(view->survey, before);
    return overtaken_reply(call, pages::survey_question_view(site_of(call), state),
                           pages::survey_question_view(site_of(call), stored));
  }
  state.failure = done.error().key;
  return form_reply(call, state, status_of(done.error()));
}

Reply post_question_deed(const Call& call) {
  if (!may_keep_surveys(actor_of(call).role)) return remote_error(call, forbidden());
  const SurveysService::Edition edition = survey_edition_of(call);
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), edition.id, call.now);
  if (!view) return remote_error(call, view.error());
  const std::string_view deed = call.request.path_value("deed");
  Survey survey = view->survey;
  std::vector<Question>& all = survey.questions;
  const std::size_t at = place_of(survey, call.request.path_value("question"));
  const bool possible =
      at < all.size() && (deed == "remove" || (deed == "up" && at > 0) || (deed == "down" && at + 1 < all.size()));
  if (!possible) return remote_error(call, error_of_status(404));
  if (deed == "remove") all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
  if (deed == "up") std::swap(all[at], all[at - 1]);
  if (deed == "down") std::swap(all[at], all[at + 1]);
  Result<void> done = breaks_others(survey) ? Result<void>(make_error(Code::conflict, "staff_survey.blocked"))
                                            : surveys_of(call).write(actor_of(call), edition, survey, call.now);
  if (done) return remote_go(call, pages::staff_survey_address(edition.id));
  const Question& question = view->survey.questions[at];
  pages::QuestionFormState state = form_of(*view, question.id, question.kind);
  state.answers = answers_of(view->survey, question);
  state.failure = done.error().key;
  return form_reply(call, state, status_of(done.error()));
}

}  // namespace hamandish::server

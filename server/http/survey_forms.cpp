#include "server/http/survey_forms.h"

#include <algorithm>
#include <utility>

#include "server/http/context.h"
#include "server/http/news_views.h"
#include "shared/pages/survey_nodes.h"
#include "shared/surveys/conditions.h"

namespace hamandish::server {
namespace {

const Part* file_part(const Request& request, std::string_view name) {
  const auto found = std::find_if(request.parts.begin(), request.parts.end(), [&](const Part& part) {
    return part.is_file && part.name == name && !part.file_name.empty();
  });
  return found == request.parts.end() ? nullptr : &*found;
}

// The id of the file: a new one, or the one that was kept before.
std::string posted_file(const Call& call, const SurveyView& view, const Question& question,
                        std::vector<FieldError>& errors) {
  std::string kept = typed_field(call, pages::kept_file_field(question));
  const Part* part = file_part(call.request, question.id);
  if (part == nullptr) return kept;
  Result<api::AttachmentInfo> info = call.context.services.uploads.check_upload(part->file_name, part->content);
  if (!info) {
    errors.push_back({question.id, info.error().key, info.error().params});
    return kept;
  }
  const SurveyFileRow row{{}, view.row.id, info->file_name, info->mime, std::string(part->content)};
  Result<std::string> id = call.context.services.surveys.keep_file(row, call.now);
  if (id) return std::move(id).value();
  errors.push_back({question.id, id.error().key, {}});
  return kept;
}

bool is_shown_in(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Errors of questions that the person has seen.
std::vector<FieldError> seen_errors(const std::vector<FieldError>& errors, const pages::SurveyPress& press) {
  std::vector<FieldError> seen;
  for (const FieldError& error : errors) {
    if (is_shown_in(press.shown, error.field.substr(0, error.field.find('_')))) seen.push_back(error);
  }
  return seen;
}

// Whether the answers have brought a question onto the page that was not on it.
bool asks_more(const Survey& survey, const SurveyPage& page, const Answers& answers, const pages::SurveyPress& press) {
  const std::vector<bool> shown = shown_questions(survey, answers);
  return std::any_of(page.begin(), page.end(), [&](std::size_t at) {
    const Question& question = survey.questions[at];
    return shown[at] && question.kind != QuestionKind::section && !is_shown_in(press.shown, question.id);
  });
}

}  // namespace

Answers posted_answers(const Call& call, const SurveyView& view, std::vector<FieldError>& errors) {
  Answers answers;
  const auto take = [&](const std::string& name, std::string value) {
    if (!value.empty()) set_answer(answers, name, std::move(value));
  };
  for (const Question& question : view.survey.questions) {
    if (question.kind == QuestionKind::file) {
      take(question.id, posted_file(call, view, question, errors));
      continue;
    }
    for (const std::string& slot : slots_of(question)) take(slot, typed_field(call, slot));
  }
  for (const char* about : {"answer_unit", "answer_service"}) take(about, typed_field(call, about));
  return answers;
}

SurveyMove move_in_survey(const SurveyView& view, const pages::SurveyPress& press, pages::SurveyAnswerState state) {
  using Kind = pages::SurveyPress::Kind;
  const Survey& survey = view.survey;
  const std::vector<SurveyPage> all = survey_pages(survey);
  const CheckedSurvey checked = check_survey_answers(survey, state.answers, HiddenAnswers::drop);
  for (const Answer& one : checked.answers) set_answer(state.answers, one.field, one.value);
  state.page = std::min(press.page, all.size() - 1);
  if (press.kind == Kind::back) state.page = previous_page(survey, all, state.answers, state.page).value_or(0);
  const bool of_files = !state.errors.empty();
  if (press.kind != Kind::next || of_files) return {std::move(state), false};

  std::vector<FieldError> errors = errors_on_page(survey, all[state.page], checked.errors);
  if (asks_more(survey, all[state.page], state.answers, press)) {
    state.errors = seen_errors(errors, press);
    state.more_asked = true;
    return {std::move(state), false};
  }
  state.errors = std::move(errors);
  if (!state.errors.empty()) return {std::move(state), false};
  const std::optional<std::size_t> next = next_page(survey, all, state.answers, state.page);
  if (!next) return {std::move(state), true};
  state.page = *next;
  return {std::move(state), false};
}

void show_errors(const SurveyView& view, pages::SurveyAnswerState& state, const std::vector<FieldError>& errors) {
  const std::vector<SurveyPage> all = survey_pages(view.survey);
  state.errors = errors;
  state.page = 0;
  for (std::size_t page = 0; page < all.size(); ++page) {
    std::vector<FieldError> here = errors_on_page(view.survey, all[page], errors);
    if (here.empty()) continue;
    state.page = page;
    state.errors = std::move(here);
    return;
  }
}

}  // namespace hamandish::server

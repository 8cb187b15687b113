#include "web/controllers/staff_new_controller.h"

#include "shared/api/check_new_case.h"
#include "shared/pages/staff_new_page.h"

namespace hamandish::web {

StaffNewController::StaffNewController(Context& context) : context_(context), client_(context.fetch) {
  if (context.site.session) client_.set_csrf_token(context.site.session->csrf_token);
  begin_anew();
}

void StaffNewController::begin_anew() {
  const Intake channel = state_.channel;
  state_ = {};
  state_.channel = channel;
  state_.form.idempotency_key = context_.browser.random_key();
}

view::Node StaffNewController::view() const {
  return pages::staff_new_view(context_.site, state_);
}

bool StaffNewController::input(std::string_view field, std::string_view value) {
  if (field == "channel") {
    state_.channel = intake_from(value).value_or(state_.channel);
  } else if (field == "kind") {
    const CaseKind kind = case_kind_from(value).value_or(state_.form.kind);
    if (kind == state_.form.kind) return true;
    state_.form.kind = kind;
    context_.changed();
  } else if (field == "anonymous") {
    if (state_.form.anonymous == (value == "1")) return true;
    state_.form.anonymous = value == "1";
    context_.changed();
  } else {
    set_answer(state_.form.answers, field, std::string(value));
  }
  return true;
}

void StaffNewController::intent(std::string_view name) {
  if (name == "register" && !state_.form.sending && !state_.receipt) send();
  if (name == "another") {
    begin_anew();
    context_.changed();
    context_.browser.focus("title");
  }
}

void StaffNewController::send() {
  state_.form.failure.clear();
  api::NewCase content;
  content.kind = state_.form.kind;
  content.anonymous = state_.form.anonymous;
  for (const Answer& one : state_.form.answers) {
    if (!content.anonymous || !is_person_field(one.field)) content.answers.push_back(one);
  }
  const Result<api::NewCase> checked = api::check_new_case(*context_.site.profile, content);
  state_.form.errors = checked.ok() ? std::vector<FieldError>() : checked.error().fields;
  state_.form.sending = checked.ok();
  context_.changed();
  if (!checked.ok()) return context_.browser.focus("errors");
  client_.register_for_citizen(content, state_.channel, state_.form.idempotency_key,
                               [this](Result<api::Receipt> answer) { answered(std::move(answer)); });
}

void StaffNewController::answered(Result<api::Receipt> answer) {
  state_.form.sending = false;
  if (answer.ok()) {
    state_.receipt = std::move(answer).value();
    context_.browser.forget_draft("/staff/new");
    context_.changed();
    return context_.browser.focus("done");
  }
  if (answer.error().code == Code::unauthorized) return context_.session_expired();
  state_.form.errors = answer.error().fields;
  if (state_.form.errors.empty()) state_.form.failure = failure_text(answer.error());
  context_.changed();
  context_.browser.focus(state_.form.errors.empty() ? "failure" : "errors");
}

}  // namespace hamandish::web

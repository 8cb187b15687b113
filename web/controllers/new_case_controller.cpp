#include "web/controllers/new_case_controller.h"

#include <algorithm>

#include "shared/api/check_new_case.h"
#include "shared/api/routes.h"
#include "shared/messages/messages.h"
#include "shared/pages/new_case_page.h"
#include "shared/text/search_key.h"

namespace hamandish::web {
namespace {

constexpr std::string_view kKey = "idempotency_key";
// In the draft of a form that waits for a network: «1», or «files» when files wait too, which no draft can keep.
constexpr std::string_view kQueued = "queued";
constexpr std::string_view kRemove = "remove-file:";
constexpr std::string_view kRetry = "retry-file:";
constexpr std::string_view kTrap = "website";
constexpr std::string_view kSubject = "subject";

}  // namespace

NewCaseController::NewCaseController(Context& context, CaseKind kind)
    : context_(context), path_("/desk/new/" + std::string(wire_name(kind))), client_(context.fetch) {
  state_.kind = kind;
  state_.idempotency_key = context.browser.random_key();
  shape_ = shape();
}

void NewCaseController::start() {
  const std::string code = std::exchange(context_.handover.earlier_code, {});
  const Field* field = earlier_code_field(*context_.site.profile->kind(state_.kind));
  if (!code.empty() && field != nullptr) set_answer(state_.answers, field->id, code);
}

view::Node NewCaseController::view() const {
  return pages::new_case_view(context_.site, state_);
}

bool NewCaseController::input(std::string_view field, std::string_view value) {
  if (field == kKey) {
    if (!value.empty()) state_.idempotency_key = value;
    return true;
  }
  if (field == kUploaded) {
    restore_files(value);
  } else if (field == kQueued) {
    waiting_ = value == "1";
    state_.failure = value.empty() ? "" : waiting_ ? "form.waiting" : "form.files_lost";
    if (!waiting_) stop_waiting();
  } else if (field == "anonymous") {
    const bool anonymous = value == "1";
    if (anonymous == state_.anonymous) return true;
    state_.anonymous = anonymous;
    forget_errors_of_gone_fields();
    context_.changed();  // the fields of the person come or go
  } else if (field == kTrap) {
    trapped_ = value;
  } else if (field != kAttachments) {
    set_answer(state_.answers, field, std::string(value));
    if (field == kSubject) find_same_subject();
    // Most keys change nothing else on the page; some bring an answer, another unit or another set of fields.
    std::string shape_now = shape();
    if (shape_now == shape_) return true;
    shape_ = std::move(shape_now);
    forget_errors_of_gone_fields();
    context_.changed();
  }
  return true;
}

void NewCaseController::intent(std::string_view name) {
  if (name == "clear-form") {
    clear();
  } else if (name.starts_with(kRetry)) {
    if (Upload* upload = upload_of(name.substr(kRetry.size())); upload != nullptr && upload->call == 0)
      begin_upload(*upload);
    context_.changed();
  } else if (name == "send-case" && !state_.sending) {
    if (!trapped_.empty()) return failed(make_error(Code::invalid, "form.trapped"));
    if (check()) send();
  } else if (name.starts_with(kRemove) && !state_.sending) {
    remove_file(name.substr(kRemove.size()));
  }
}

void NewCaseController::resume() {
  check();
}

// --- Sending ---------------------------------------------------------------------------------------------------------

api::NewCase NewCaseController::content() const {
  api::NewCase result;
  result.kind = state_.kind;
  result.anonymous = state_.anonymous;
  const KindForm* form = context_.site.profile->kind(state_.kind);
  HAMANDISH_CHECK(form != nullptr);
  const PersonKind person = person_kind_of(*form, state_.answers);
  for (const Field& field : fields_to_fill(*form, state_.anonymous, person)) {
    const std::string_view value = answer(state_.answers, field.id);
    if (!value.empty()) set_answer(result.answers, field.id, std::string(value));
  }
  std::string tokens;
  for (const Upload& upload : uploads_) {
    if (upload.token.empty()) continue;
    if (!tokens.empty()) tokens += ' ';
    tokens += upload.token;
  }
  if (!tokens.empty()) set_answer(result.answers, kAttachments, tokens);
  return result;
}

// The same check as the server's: what it would refuse is not sent.
bool NewCaseController::check() {
  state_.cleared = false;
  state_.failure.clear();
  const Result<api::NewCase> checked = api::check_new_case(*context_.site.profile, content());
  std::vector<FieldError> errors = checked.ok() ? std::vector<FieldError>() : checked.error().fields;
  for (FieldError& refused : pages::refused_files(state_)) errors.push_back(std::move(refused));
  if (errors.empty()) {
    state_.errors.clear();
    return true;
  }
  show_errors(std::move(errors));
  return false;
}

// The list of what is wrong leads to fields: none of them may be one that is asked no more.
void NewCaseController::forget_errors_of_gone_fields() {
  const KindForm* form = context_.site.profile->kind(state_.kind);
  HAMANDISH_CHECK(form != nullptr);
  const std::vector<Field> asked = fields_to_fill(*form, state_.anonymous, person_kind_of(*form, state_.answers));
  std::erase_if(state_.errors, [&](const FieldError& error) {
    const auto is_it = [&](const Field& field) { return field.id == error.field; };
    return is_person_field(error.field) && std::none_of(asked.begin(), asked.end(), is_it);
  });
}

void NewCaseController::show_errors(std::vector<FieldError> errors) {
  state_.errors = std::move(errors);
  context_.changed();
  context_.browser.focus("errors");
}

void NewCaseController::send() {
  state_.sending = true;
  for (Upload& upload : uploads_) {
    if (upload.token.empty() && upload.call == 0) begin_upload(upload);  // failed before: once more
  }
  state_.percent = percent();
  context_.changed();
  if (!uploads_under_way()) register_case();
}

void NewCaseController::register_case() {
  const api::NewCase new_case = content();
  if (!unanswered_) unanswered_ = new_case;
  client_.register_case(new_case, state_.idempotency_key, std::exchange(proof_, {}),
                        [this](const Result<api::Receipt>& answer) { registered(answer); });
}

void NewCaseController::registered(const Result<api::Receipt>& answer) {
  if (!answer.ok()) return failed(answer.error());
  if (edited_) {
    // What was written since stays in the form, to be sent as a case of its own.
    stop_waiting();
    context_.browser.keep(path_, kKey, context_.browser.random_key());
    context_.tell({"edited", "waiting.edited", false, "waiting.open", path_});
  } else {
    context_.browser.forget_draft(path_);
  }
  const std::string receipt = "/desk/receipt/" + answer->receipt_token;
  const bool away = context_.site.path != path_;
  waiting_ = false;
  context_.handover.sent.push_back({text::search_key(answer->subject), answer->tracking_code});
  if (away) return context_.ended_away(path_, receipt);
  context_.handover.receipt = *answer;
  context_.browser.go(receipt);
}

void NewCaseController::wait() {
  const bool files = std::any_of(uploads_.begin(), uploads_.end(), [](const Upload& one) { return one.token.empty(); });
  const bool again = std::exchange(waiting_, true);
  edited_ = false;
  state_.sending = false;
  state_.failure = "form.waiting";
  context_.browser.keep(path_, kQueued, files ? "files" : "1");
  context_.changed();
  if (!again) context_.browser.focus("failure");
}

void NewCaseController::stop_waiting() {
  waiting_ = false;
  context_.browser.keep(path_, kQueued, {});
}

void NewCaseController::retry() {
  if (!waiting_ || state_.sending) return;
  if (check()) return send();
  stop_waiting();
  if (context_.site.path != path_) context_.ended_away(path_, {});
}

// Everything that was typed goes, and the key with it: what comes is another case.
void NewCaseController::clear() {
  if (state_.sending) return;
  for (const Upload& upload : uploads_) {
    if (upload.call != 0) client_.stop(upload.call);
  }
  uploads_.clear();
  unanswered_.reset();
  waiting_ = false;
  const CaseKind kind = state_.kind;
  state_ = {};
  state_.kind = kind;
  trapped_.clear();
  shape_ = shape();
  state_.idempotency_key = context_.browser.random_key();
  state_.cleared = true;
  context_.browser.forget_draft(path_);
  context_.changed();
  context_.browser.focus("title");
}

void NewCaseController::failed(const Error& error) {
  const bool asked_for_work = error.key == "proof.needed" || error.key == "proof.over";
  if (asked_for_work && !state_.proving) return prove();
  state_.proving = false;
  if (error.key == "error.offline") return wait();
  if (error.code == Code::conflict && unanswered_ && !edited_) {
    edited_ = true;
    const api::NewCase first = *unanswered_;
    client_.register_case(first, state_.idempotency_key, {},
                          [this](const Result<api::Receipt>& answer) { registered(answer); });
    return;
  }
  state_.sending = false;
  if (waiting_) stop_waiting();
  if (error.code != Code::unavailable && error.code != Code::conflict) unanswered_.reset();  // it was answered: refused
  if (context_.site.path != path_) return context_.ended_away(path_, {});
  if (!error.fields.empty()) return show_errors(error.fields);
  state_.failure = failure_text(error);
  if (error.code == Code::conflict) {
    // Sent from another tab or before a reload, with other words: these stay, under a key of their own.
    state_.failure = "form.already_sent";
    state_.idempotency_key = context_.browser.random_key();
    context_.browser.keep(path_, kKey, state_.idempotency_key);
  }
  context_.changed();
  context_.browser.focus("failure");
}

}  // namespace hamandish::web

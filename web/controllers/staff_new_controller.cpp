#include "web/controllers/staff_new_controller.h"

#include <algorithm>

#include "shared/api/check_new_case.h"
#include "shared/api/routes.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/pages/new_case_page.h"
#include "shared/pages/staff_new_page.h"

namespace hamandish::web {
namespace {

constexpr std::string_view kRemove = "remove-file:";

}  // namespace

StaffNewController::StaffNewController(Context& context) : context_(context), client_(context.fetch) {
  if (context.site.session) client_.set_csrf_token(context.site.session->csrf_token);
  begin_anew();
}

void StaffNewController::begin_anew() {
  const Intake channel = state_.channel;
  state_ = {};
  uploads_.clear();
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
    const bool other_fields = field == kPersonKindField && answer(state_.form.answers, field) != value;
    set_answer(state_.form.answers, field, std::string(value));
    if (other_fields) context_.changed();
  }
  return true;
}

void StaffNewController::intent(std::string_view name) {
  if (name == "register" && !state_.form.sending && !state_.receipt) send();
  if (name.starts_with(kRemove) && !state_.form.sending) remove_file(name.substr(kRemove.size()));
  if (name == "another") {
    begin_anew();
    context_.changed();
    context_.browser.focus("title");
  }
}

void StaffNewController::files(std::string_view, const std::vector<ChosenFile>& files) {
  for (const ChosenFile& chosen : files) {
    if (state_.form.files.size() == static_cast<std::size_t>(kMaxAttachments)) break;
    pages::NewCaseState::File file;
    file.id = "f" + std::to_string(chosen.number);
    file.name = chosen.name;
    file.bytes = chosen.bytes;
    if (chosen.bytes > static_cast<std::int64_t>(api::kMaxUploadBytes)) {
      file.error = say("upload.too_large", {{"max", "10"}});
    } else {
      uploads_.push_back({file.id, chosen.number, chosen.name, {}});
    }
    state_.form.files.push_back(std::move(file));
  }
  context_.changed();
}

void StaffNewController::remove_file(std::string_view shown_id) {
  std::erase_if(uploads_, [&](const Upload& one) { return one.shown_id == shown_id; });
  std::erase_if(state_.form.files, [&](const pages::NewCaseState::File& one) { return one.id == shown_id; });
  context_.changed();
  context_.browser.focus("attachments");
}

// Of the fields only those that the form asks this kind of person for: the others were left behind.
api::NewCase StaffNewController::content() const {
  api::NewCase content;
  content.kind = state_.form.kind;
  content.anonymous = state_.form.anonymous;
  const KindForm* form = context_.site.profile->kind(content.kind);
  if (form == nullptr) return content;
  for (const Field& field : fields_to_fill(*form, content.anonymous, person_kind_of(*form, state_.form.answers))) {
    const std::string_view value = answer(state_.form.answers, field.id);
    if (!value.empty()) content.answers.push_back({field.id, std::string(value)});
  }
  std::string tokens;
  for (const Upload& one : uploads_) {
    if (!one.token.empty()) tokens += (tokens.empty() ? "" : " ") + one.token;
  }
  if (!tokens.empty()) content.answers.push_back({"attachments", tokens});
  return content;
}

void StaffNewController::send() {
  state_.form.failure.clear();
  const Result<api::NewCase> checked = api::check_new_case(*context_.site.profile, content());
  state_.form.errors = checked.ok() ? std::vector<FieldError>() : checked.error().fields;
  for (FieldError& refused : pages::refused_files(state_.form)) state_.form.errors.push_back(std::move(refused));
  state_.form.sending = state_.form.errors.empty();
  context_.changed();
  if (!state_.form.sending) return context_.browser.focus("errors");
  upload_next();
}

// The files go first, one after the other; then the message with their tokens.
void StaffNewController::upload_next() {
  const auto next = std::find_if(uploads_.begin(), uploads_.end(), [](const Upload& one) { return one.token.empty(); });
  if (next == uploads_.end()) return register_case();
  const int number = next->number;
  client_.upload(number, next->name,
                 [this, number](const Result<api::AttachmentInfo>& arrived) {
                   if (!arrived.ok()) return failed(arrived.error());
                   for (Upload& one : uploads_) {
                     if (one.number == number) one.token = arrived->id;
                   }
                   upload_next();
                 },
                 {});
}

void StaffNewController::register_case() {
  client_.register_for_citizen(content(), state_.channel, state_.form.idempotency_key,
                               [this](Result<api::Receipt> answer) { answered(std::move(answer)); });
}

void StaffNewController::answered(Result<api::Receipt> answer) {
  if (answer.ok()) {
    state_.form.sending = false;
    state_.receipt = std::move(answer).value();
    context_.browser.forget_draft("/staff/new");
    context_.changed();
    return context_.browser.focus("done");
  }
  failed(answer.error());
}

void StaffNewController::failed(const Error& error) {
  state_.form.sending = false;
  if (error.code == Code::unauthorized) return context_.session_expired();
  state_.form.errors = error.fields;
  if (state_.form.errors.empty()) state_.form.failure = failure_text(error);
  context_.changed();
  context_.browser.focus(state_.form.errors.empty() ? "failure" : "errors");
}

}  // namespace hamandish::web

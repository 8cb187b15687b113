#include "web/controllers/new_case_controller.h"

#include <algorithm>
#include <charconv>

#include "shared/api/check_new_case.h"
#include "shared/api/routes.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/pages/new_case_page.h"
#include "shared/text/normalize.h"
#include "shared/text/search_key.h"

namespace hamandish::web {
namespace {

constexpr std::string_view kKey = "idempotency_key";
constexpr std::string_view kAttachments = "attachments";
// Files that have been uploaded, in the draft and in the hidden field of a form that the server sent back: «id:bytes:name»
// by spaces, the name percent-encoded (shared/pages/new_case_page.cpp writes the same).
constexpr std::string_view kUploaded = "uploaded";
// In the draft of a form that waits for a network: «1», or «files» when files wait too, which no draft can keep.
constexpr std::string_view kQueued = "queued";
constexpr std::size_t kLeastToken = 8;  // shorter ids are our own, of files that had not arrived yet
constexpr std::string_view kRemove = "remove-file:";
constexpr std::string_view kRetry = "retry-file:";
constexpr std::string_view kTrap = "website";
constexpr std::string_view kSubject = "subject";
constexpr int kAll = 100;

std::string_view take_until(std::string_view& rest, char end) {
  const std::string_view taken = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(rest.size(), taken.size() + 1));
  return taken;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned int byte = 0;
    if (text[at] == '%' && text.size() - at > 2 &&
        std::from_chars(&text[at + 1], &text[at + 1] + 2, byte, 16).ptr == &text[at + 1] + 2) {
      decoded += static_cast<char>(byte);
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

}  // namespace

NewCaseController::NewCaseController(Context& context, CaseKind kind)
    : context_(context), path_("/desk/new/" + std::string(wire_name(kind))), client_(context.fetch) {
  state_.kind = kind;
  state_.idempotency_key = context.browser.random_key();
  shape_ = shape();
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

// --- Attachments -----------------------------------------------------------------------------------------------------

NewCaseController::File* NewCaseController::shown(std::string_view shown_id) {
  const auto at =
      std::find_if(state_.files.begin(), state_.files.end(), [&](const File& file) { return file.id == shown_id; });
  return at != state_.files.end() ? &*at : nullptr;
}

NewCaseController::Upload* NewCaseController::upload_of(std::string_view shown_id) {
  const auto at =
      std::find_if(uploads_.begin(), uploads_.end(), [&](const Upload& one) { return one.shown_id == shown_id; });
  return at != uploads_.end() ? &*at : nullptr;
}

bool NewCaseController::uploads_under_way() const {
  return std::any_of(uploads_.begin(), uploads_.end(), [](const Upload& one) { return one.call != 0; });
}

int NewCaseController::percent() const {
  if (state_.files.empty()) return kAll;
  int sum = 0;
  for (const File& file : state_.files) sum += file.percent;
  return sum / static_cast<int>(state_.files.size());
}

void NewCaseController::files(std::string_view, const std::vector<ChosenFile>& files) {
  if (state_.sending) return;
  for (const ChosenFile& chosen : files) {
    File file{"f" + std::to_string(chosen.number), chosen.name, chosen.bytes, 0, {}};
    if (chosen.bytes > static_cast<std::int64_t>(api::kMaxUploadBytes)) {
      file.error = say("upload.too_large", {{"max", "10"}});
    } else if (state_.files.size() >= static_cast<std::size_t>(kMaxAttachments)) {
      file.error = say("form.too_many_attachments",
                       {{"max", std::to_string(kMaxAttachments)}, {"count", std::to_string(state_.files.size() + 1)}});
    }
    const bool sendable = file.error.empty();
    if (!sendable) file.percent = kAll;
    state_.files.push_back(file);
    if (!sendable) continue;
    uploads_.push_back({file.id, chosen.number, 0, {}});
    begin_upload(uploads_.back());
  }
  context_.changed();
}

void NewCaseController::begin_upload(Upload& upload) {
  File* file = shown(upload.shown_id);
  if (file == nullptr || upload.file == 0) return;
  file->error.clear();
  file->retry = false;
  file->percent = 0;
  const std::string shown_id = upload.shown_id;
  upload.call = client_.upload(
      upload.file, file->name,
      [this, shown_id](const Result<api::AttachmentInfo>& answer) { uploaded(shown_id, answer); },
      [this, shown_id](int percent_of_file) {
        File* growing = shown(shown_id);
        // 100 only when the server has said so: until then the line reads «بارگذاری».
        const int now = std::min(percent_of_file, kAll - 1);
        if (growing == nullptr || growing->percent == now) return;
        growing->percent = now;
        state_.percent = percent();
        context_.changed();
      });
}

void NewCaseController::uploaded(const std::string& shown_id, const Result<api::AttachmentInfo>& answer) {
  Upload* upload = upload_of(shown_id);
  File* file = shown(shown_id);
  if (upload == nullptr || file == nullptr) return;
  upload->call = 0;
  file->percent = kAll;
  if (answer.ok()) {
    upload->token = upload->shown_id = file->id = answer->id;
    keep_files();
  } else {
    const Error& error = answer.error();
    const bool network = error.code == Code::unavailable;
    const FieldError* why = error.fields.empty() ? nullptr : &error.fields.front();
    file->retry = network;
    file->error = network ? say("upload.failed") : why != nullptr ? say(why->key, why->params) : failure_text(error);
    if (!network) upload->file = 0;  // the same bytes would be refused again
  }
  state_.percent = percent();
  if (!state_.sending || uploads_under_way()) return context_.changed();
  const bool all_arrived =
      std::all_of(uploads_.begin(), uploads_.end(), [](const Upload& one) { return !one.token.empty(); });
  if (all_arrived) return register_case();
  if (!answer.ok() && answer.error().key == "error.offline") return wait();
  state_.sending = false;
  state_.failure = file->error;
  context_.changed();
  context_.browser.focus("failure");
}

void NewCaseController::remove_file(std::string_view shown_id) {
  if (const Upload* upload = upload_of(shown_id); upload != nullptr && upload->call != 0) client_.stop(upload->call);
  const std::string id(shown_id);
  std::erase_if(uploads_, [&](const Upload& one) { return one.shown_id == id; });
  std::erase_if(state_.files, [&](const File& file) { return file.id == id; });
  keep_files();
  context_.changed();
  context_.browser.focus(kAttachments);
}

void NewCaseController::keep_files() {
  std::string kept;
  for (const Upload& upload : uploads_) {
    const File* file = shown(upload.shown_id);
    if (upload.token.empty() || file == nullptr) continue;
    if (!kept.empty()) kept += ' ';
    kept += upload.token + ':' + std::to_string(file->bytes) + ':' + api::percent_encode(file->name);
  }
  context_.browser.keep(path_, kUploaded, kept);
}

void NewCaseController::restore_files(std::string_view kept) {
  if (!state_.files.empty()) return;
  while (!kept.empty()) {
    std::string_view item = take_until(kept, ' ');
    const std::string token(take_until(item, ':'));
    const std::string_view bytes = take_until(item, ':');
    if (token.size() < kLeastToken || upload_of(token) != nullptr) continue;
    File file{token, text::for_storage(percent_decoded(item)), 0, kAll, {}};
    std::from_chars(bytes.data(), bytes.data() + bytes.size(), file.bytes);
    uploads_.push_back({token, 0, 0, token});
    state_.files.push_back(std::move(file));
  }
}

}  // namespace hamandish::web

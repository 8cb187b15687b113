// The attachments of a new case: uploaded as soon as they are chosen, kept with the draft.
#include <algorithm>
#include <charconv>

#include "shared/api/routes.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "web/controllers/new_case_controller.h"

namespace hamandish::web {
namespace {

constexpr std::size_t kLeastToken = 8;  // shorter ids are our own, of files that had not arrived yet
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

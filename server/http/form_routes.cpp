#include "server/http/form_routes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/page_routes.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "shared/api/check_new_case.h"
#include "shared/pages/new_case_page.h"
#include "shared/pages/receipt_page.h"
#include "shared/pages/track_page.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kAttachments = "attachments";
constexpr std::string_view kUploaded =
    "uploaded";  // hidden: what was stored when the form came before, «id:name id:name»

// Browsers send the form in the page's coding, so anything else was made by hand.
std::optional<Error> unreadable(const Request& request) {
  for (const Part& part : request.parts) {
    if (part.is_file) continue;
    if (!text::valid_utf8(part.content) || !text::valid_utf8(part.name)) {
      return make_error(Code::invalid, "error.bad_utf8", "field");
    }
    if (part.content.find('\0') != std::string_view::npos) return make_error(Code::invalid, "error.nul_byte", "field");
  }
  return std::nullopt;
}

pages::NewCaseState typed(const Request& request, CaseKind kind) {
  pages::NewCaseState state;
  state.kind = kind;
  state.anonymous = request.field("anonymous") == "1";
  state.idempotency_key = request.field("idempotency_key");
  for (const Part& part : request.parts) {
    if (part.is_file || part.name == "anonymous" || part.name == "idempotency_key" || part.name == kAttachments ||
        part.name == kUploaded) {
      continue;
    }
    set_answer(state.answers, part.name, std::string(part.content));
  }
  return state;
}

// The part of `text` before `separator`, which is taken off with it.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

// The files that came with an earlier try of the same form are still in the store; their names are only shown again.
void recall_uploads(const Request& request, pages::NewCaseState& state) {
  std::string_view rest = request.field(kUploaded);
  while (!rest.empty()) {
    std::string_view item = take_until(rest, ' ');
    pages::NewCaseState::File file;
    file.id = take_until(item, ':');
    const std::string_view bytes = take_until(item, ':');
    std::from_chars(bytes.data(), bytes.data() + bytes.size(), file.bytes);
    file.name = text::for_storage(percent_decoded(item));
    if (!file.id.empty()) state.files.push_back(std::move(file));
  }
}

void store_uploads(const Call& call, pages::NewCaseState& state) {
  for (const Part& part : call.request.parts) {
    if (!part.is_file || part.name != kAttachments) continue;
    const Result<api::AttachmentInfo> stored =
        call.context.services.uploads.store_upload(part.file_name, part.content, call.now);
    if (stored) {
      state.files.push_back({stored->id, stored->file_name, stored->bytes, 100, {}});
      continue;
    }
    if (stored.error().fields.empty()) {
      state.errors.push_back({std::string(kAttachments), stored.error().key, stored.error().params});
    }
    for (const FieldError& error : stored.error().fields) state.errors.push_back(error);
  }
}

api::NewCase case_of(const pages::NewCaseState& state) {
  api::NewCase content;
  content.kind = state.kind;
  content.anonymous = state.anonymous;
  for (const Answer& answer : state.answers) {
    // Who ticks «without a name» leaves the name's fields behind, filled or not: they are not to be stored.
    if (state.anonymous && is_person_field(answer.field)) continue;
    content.answers.push_back(answer);
  }
  std::string tokens;
  for (const auto& file : state.files) tokens += (tokens.empty() ? "" : " ") + file.id;
  if (!tokens.empty()) set_answer(content.answers, kAttachments, tokens);
  return content;
}

Reply form_again(const Call& call, pages::NewCaseState state, int status) {
  if (state.idempotency_key.empty()) state.idempotency_key = random_token(16);
  return page_reply(call, pages::new_case_view(site_of(call), state), status, kSecretPage);
}

}  // namespace

Reply post_new_case(const Call& call) {
  const std::optional<CaseKind> kind = case_kind_from(call.request.path_value("kind"));
  if (!kind || call.profile->kind(*kind) == nullptr) return error_page(call, error_of_status(404));
  if (const std::optional<Error> error = unreadable(call.request)) return error_page(call, *error);
  pages::NewCaseState state = typed(call.request, *kind);
  recall_uploads(call.request, state);
  store_uploads(call, state);
  // A form whose hidden key was lost is sent once more by hand, with a new key, rather than twice by mistake.
  if (state.idempotency_key.empty()) {
    state.failure = "error.idempotency_missing";
    return form_again(call, std::move(state), 422);
  }
  const bool files_hold = state.errors.empty();
  const api::NewCase content = case_of(state);
  if (files_hold) {
    const Result<api::Receipt> receipt =
        call.context.services.cases.register_case(content, state.idempotency_key, call.now);
    if (receipt) return see_other("/desk/receipt/" + receipt->receipt_token);
    for (const FieldError& error : receipt.error().fields) state.errors.push_back(error);
    if (receipt.error().fields.empty()) state.failure = receipt.error().key;
    return form_again(call, std::move(state), status_of(receipt.error()));
  }
  // All mistakes at once: those of the text beside those of the files.
  const Result<api::NewCase> checked = api::check_new_case(*call.profile, content);
  if (!checked) {
    for (const FieldError& error : checked.error().fields) state.errors.push_back(error);
  }
  return form_again(call, std::move(state), 422);
}

Reply post_track(const Call& call) {
  if (const std::optional<Error> error = unreadable(call.request)) return error_page(call, *error);
  pages::TrackState state;
  state.tracking_code = call.request.field("tracking_code");
  state.mobile_last4 = call.request.field("mobile_last4");
  Result<api::CitizenCase> found =
      call.context.services.cases.lookup({state.tracking_code, state.mobile_last4}, call.now);
  int status = 200;
  if (found) {
    state.found = std::move(found).value();
  } else {
    status = status_of(found.error());
    state.errors = found.error().fields;
    if (state.errors.empty()) state.failure = found.error().key;
  }
  return page_reply(call, pages::track_view(site_of(call), state), status, kSecretPage);
}

Reply post_acknowledgement(const Call& call) {
  Result<api::Receipt> receipt = call.context.services.cases.receipt(call.request.path_value("token"), call.now);
  if (!receipt) return error_page(call, receipt.error());
  const pages::ReceiptState state{std::move(receipt).value(), true};
  return page_reply(call, pages::receipt_view(site_of(call), state), 200, kSecretPage);
}

}  // namespace hamandish::server

#include "server/http/form_routes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/form_parts.h"
#include "server/http/page_routes.h"
#include "server/http/reply.h"
#include "server/http/submissions.h"
#include "server/http/url.h"
#include "shared/api/check_new_case.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/pages/new_case_page.h"
#include "shared/pages/own_case_nodes.h"
#include "shared/pages/receipt_page.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kAttachments = "attachments";
constexpr std::string_view kTrap = "website";  // shared/pages/new_case_page.cpp: people leave it empty
constexpr std::string_view kProof = "altcha";  // the name that widgets of that format use
constexpr std::string_view kUploaded =
    "uploaded";  // hidden: what was stored when the form came before, «id:name id:name»

pages::NewCaseState typed(const Request& request, CaseKind kind) {
  pages::NewCaseState state;
  state.kind = kind;
  state.anonymous = request.field("anonymous") == "1";
  state.idempotency_key = request.field("idempotency_key");
  for (const Part& part : request.parts) {
    if (part.is_file || part.name == "anonymous" || part.name == "idempotency_key" || part.name == kAttachments ||
        part.name == kUploaded || part.name == kTrap || part.name == kProof) {
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

// Of the fields of a person only those count that the form asks this kind of person for: whoever ticks «without a name»
// or changes who writes leaves the others behind, filled or not, and they are not to be stored.
bool is_left_behind(const std::vector<Field>& asked, std::string_view field) {
  if (!is_person_field(field)) return false;
  return std::none_of(asked.begin(), asked.end(), [&](const Field& one) { return one.id == field; });
}

api::NewCase case_of(const KindForm& form, const pages::NewCaseState& state) {
  api::NewCase content;
  content.kind = state.kind;
  content.anonymous = state.anonymous;
  const std::vector<Field> asked = fields_to_fill(form, state.anonymous, person_kind_of(form, state.answers));
  for (const Answer& answer : state.answers) {
    if (!is_left_behind(asked, answer.field)) content.answers.push_back(answer);
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

// The empty form, from the page of a case that is over. Nothing is registered.
Reply follow_up_page(const Call& call, CaseKind kind, std::string_view code) {
  pages::NewCaseState state;
  state.kind = kind;
  const Field* field = earlier_code_field(*call.profile->kind(kind));
  if (field != nullptr)
    set_answer(state.answers, field->id, text::persian_digits(grouped(parse_tracking_code(code).code)));
  return form_again(call, std::move(state), 200);
}

}  // namespace

Reply post_new_case(const Call& call) {
  const std::optional<CaseKind> kind = case_kind_from(call.request.path_value("kind"));
  if (!kind || call.profile->kind(*kind) == nullptr) return error_page(call, error_of_status(404));
  if (const std::optional<Error> error = unreadable_form(call.request)) return error_page(call, *error);
  if (const std::string_view code = call.request.field(pages::kFollowUp); !code.empty()) {
    return follow_up_page(call, *kind, code);
  }
  pages::NewCaseState state = typed(call.request, *kind);
  recall_uploads(call.request, state);
  store_uploads(call, state);
  // A form whose hidden key was lost is sent once more by hand, with a new key, rather than twice by mistake.
  if (state.idempotency_key.empty()) {
    state.failure = "error.idempotency_missing";
    return form_again(call, std::move(state), 422);
  }
  if (!call.request.field(kTrap).empty()) {
    state.failure = "form.trapped";
    return form_again(call, std::move(state), 422);
  }
  const bool files_hold = state.errors.empty();
  const api::NewCase content = case_of(*call.profile->kind(state.kind), state);
  if (files_hold) {
    const Result<void> admitted = admit(call, content, call.request.field(kProof), Sender::plain_form);
    if (!admitted) {
      state.failure = say(admitted.error().key, admitted.error().params);
      return form_again(call, std::move(state), status_of(admitted.error()));
    }
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

Reply post_acknowledgement(const Call& call) {
  Result<api::Receipt> receipt = call.context.services.cases.receipt(call.request.path_value("token"), call.now);
  if (!receipt) return error_page(call, receipt.error());
  const pages::ReceiptState state{std::move(receipt).value(), true};
  return page_reply(call, pages::receipt_view(site_of(call), state), 200, kSecretPage);
}

}  // namespace hamandish::server

// The forms of /track: looking up a case, and what its citizen does with it. See form_routes.h.
#include <charconv>
#include <optional>
#include <utility>

#include "server/http/context.h"
#include "server/http/form_parts.h"
#include "server/http/form_routes.h"
#include "server/http/page_routes.h"
#include "server/http/reply.h"
#include "shared/messages/messages.h"
#include "shared/pages/lost_code_page.h"
#include "shared/pages/own_case_nodes.h"
#include "shared/pages/track_page.h"

namespace hamandish::server {
namespace {

using pages::own_field;

struct Done {
  CaseAction action;
  std::string_view key;
};
constexpr Done kDone[] = {
    {CaseAction::supply, "mine.supply_done"},
    {CaseAction::object, "mine.object_done"},
    {CaseAction::rate, "mine.rate_done"},
    {CaseAction::withdraw, "mine.withdraw_done"},
};

// Which of the forms under a case was sent: each carries a token under its own name.
std::optional<CaseAction> own_action(const Request& request) {
  for (const Done& one : kDone) {
    if (!request.field(own_field(one.action, "token")).empty()) return one.action;
  }
  return std::nullopt;
}

void take_typed(const Request& request, CaseAction action, pages::TrackState& state) {
  for (const char* field : {"text", "score", "sure"}) {
    const std::string id = own_field(action, field);
    const std::string_view value = request.field(id);
    if (!value.empty()) set_answer(state.typed, id, std::string(value));
  }
}

// Errors of the service name the parts of an action; on the page each form has its own.
void show_errors(const Error& error, CaseAction action, pages::TrackState& state) {
  for (const FieldError& one : error.fields) {
    state.errors.push_back({own_field(action, one.field), one.key, one.params});
  }
  if (error.fields.empty()) state.failure = error.key;
}

void store_files(const Call& call, CaseAction action, api::CitizenAction& wanted, pages::TrackState& state) {
  for (const Part& part : call.request.parts) {
    const bool chosen = part.is_file && part.name == own_field(action, "attachments");
    if (!chosen || (part.file_name.empty() && part.content.empty())) continue;
    const Result<api::AttachmentInfo> stored =
        call.context.services.uploads.store_upload(part.file_name, part.content, call.now);
    if (stored) wanted.attachments.push_back(stored->id);
    if (!stored) show_errors(stored.error(), action, state);
  }
}

api::CitizenAction wanted_action(const Call& call, CaseAction action, pages::TrackState& state) {
  api::CitizenAction wanted;
  wanted.tracking_token = call.request.field(own_field(action, "token"));
  wanted.text = call.request.field(own_field(action, "text"));
  const std::string_view score = call.request.field(own_field(action, "score"));
  std::from_chars(score.data(), score.data() + score.size(), wanted.score);
  if (action == CaseAction::supply) store_files(call, action, wanted, state);
  if (action == CaseAction::withdraw && call.request.field(own_field(action, "sure")) != "1") {
    state.errors.push_back({own_field(action, "sure"), "form.tick", {{"label", say("mine.withdraw_sure")}}});
  }
  return wanted;
}

Reply post_own_action(const Call& call, CaseAction action) {
  pages::TrackState state;
  take_typed(call.request, action, state);
  const api::CitizenAction wanted = wanted_action(call, action, state);
  int status = 422;
  if (state.errors.empty()) {
    Result<api::CitizenCase> after = call.context.services.cases.act_on_own(action, wanted, call.now);
    if (after) {
      state = {};
      state.found = std::move(after).value();
      for (const Done& one : kDone) {
        if (one.action == action) state.done = one.key;
      }
      return page_reply(call, pages::track_view(site_of(call), state), 200, kSecretPage);
    }
    status = status_of(after.error());
    show_errors(after.error(), action, state);
  }
  Result<api::CitizenCase> found = call.context.services.cases.mine(wanted.tracking_token, call.now);
  if (found) {
    state.found = std::move(found).value();
  } else {
    state.errors.clear();
    state.failure = found.error().key;
    status = status_of(found.error());
  }
  return page_reply(call, pages::track_view(site_of(call), state), status, kSecretPage);
}

}  // namespace

Reply post_track(const Call& call) {
  if (const std::optional<Error> error = unreadable_form(call.request)) return error_page(call, *error);
  if (const std::optional<CaseAction> action = own_action(call.request)) return post_own_action(call, *action);
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

Reply post_lost_code(const Call& call) {
  if (const std::optional<Error> error = unreadable_form(call.request)) return error_page(call, *error);
  pages::LostCodeState state;
  state.mobile = call.request.field("mobile");
  const Result<void> done = call.context.services.cases.recover_codes(state.mobile, call.now);
  if (done) {
    state.done = true;
    state.mobile.clear();
    return page_reply(call, pages::lost_code_view(site_of(call), state), 200, kSecretPage);
  }
  state.errors = done.error().fields;
  if (state.errors.empty()) state.failure = done.error().key;
  return page_reply(call, pages::lost_code_view(site_of(call), state), status_of(done.error()), kSecretPage);
}

}  // namespace hamandish::server

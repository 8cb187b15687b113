#include "server/http/account_forms.h"

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/gate.h"
#include "server/http/page_routes.h"
#include "server/http/qr_svg.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/service/totp.h"
#include "shared/pages/account_page.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

std::string field(const Call& call, std::string_view name) {
  const std::string_view typed = call.request.field(name);
  return text::valid_utf8(typed) ? std::string(typed) : std::string();
}

std::string own_token(const Call& call) {
  return session_token(call.request, call.context.settings.behind_tls);
}

// What is shown of the account as it is now, together with the outcome of an action in `state`.
Reply show_account(const Call& call, pages::AccountState state) {
  const Result<AccountView> view = call.context.services.accounts.own(call.session->actor);
  if (!view) return remote_error(call, view.error());
  state.must_change = view->must_change;
  state.second_factor = view->second_factor;
  if (!view->pending_secret.empty()) {
    state.secret = base32(view->pending_secret);
    state.qr_address = std::string(pages::kAccountPath) + "/qr/" + session_id_of(view->pending_secret) + ".svg";
  }
  const std::string own = sha256(own_token(call));
  for (const OwnSession& session : view->sessions) {
    const bool this_one = session.token_hash == own;
    state.sessions.push_back({session_id_of(session.token_hash), session.client, session.last_seen_at, this_one});
  }
  const int status = state.errors.empty() && state.failure.empty() ? 200 : 422;
  return remote_reply(call, pages::account_view(site_of(call), state), status);
}

template <class T>
void take_outcome(const Result<T>& result, std::string_view done, pages::AccountState& state) {
  if (result) {
    state.done = done;
  } else if (result.error().fields.empty()) {
    state.failure = result.error().key;
  } else {
    state.errors = result.error().fields;
  }
}

}  // namespace

Reply account_page(const Call& call) {
  return show_account(call, {});
}

Reply post_account(const Call& call) {
  const std::string_view action = call.request.path_value("action");
  const Actor& actor = call.session->actor;
  AccountsService& accounts = call.context.services.accounts;
  pages::AccountState state;
  if (action == "password") {
    const std::string former = field(call, "f-old");
    const std::string next = field(call, "f-new");
    const std::string token = own_token(call);
    const Result<void> changed = accounts.change_password(actor, {former, next, token}, call.now);
    take_outcome(changed, "account.changed", state);
  } else if (action == "end") {
    take_outcome(accounts.end_session(actor, call.request.path_value("what")), "account.session_ended", state);
  } else if (action == "begin") {
    take_outcome(accounts.begin_second_factor(actor), "", state);
  } else if (action == "confirm") {
    const Result<std::vector<std::string>> codes =
        accounts.confirm_second_factor(actor, field(call, "f-code"), call.now);
    take_outcome(codes, "account.second_factor_on", state);
    if (codes) state.recovery = *codes;
  } else if (action == "factor-end") {
    const Result<void> ended = accounts.end_second_factor(actor, field(call, "f-password"), call.now);
    take_outcome(ended, "account.ended", state);
  } else {
    return remote_error(call, error_of_status(404));
  }
  return show_account(call, std::move(state));
}

Reply get_account_qr(const Call& call) {
  const Result<AccountView> view = call.context.services.accounts.own(call.session->actor);
  if (!view || view->pending_secret.empty()) return error_reply(error_of_status(404));
  Reply reply;
  reply.content_type = "image/svg+xml";
  reply.body = qr_svg(otpauth_address(call.profile->short_name, view->user.username, view->pending_secret));
  reply.set("Cache-Control", std::string(kSecretPage));
  return reply;
}

namespace {

pages::UserLine line_of(const UserInfo& user) {
  return {user.username, user.name, user.role, user.unit_id, user.enabled};
}

UserInfo typed_user(const Call& call, std::string_view username) {
  return {std::string(username), field(call, "f-name"), role_from(call.request.field("f-role")).value_or(Role::officer),
          field(call, "f-unit_id"), call.request.field("f-enabled") == "1"};
}

Reply show_user(const Call& call, pages::UserState state) {
  if (!state.is_new) {
    const Result<AccountView> view = call.context.services.accounts.read(call.session->actor, state.user.username);
    if (!view) return remote_error(call, view.error());
    if (state.errors.empty() && state.failure.empty()) state.user = line_of(view->user);
    state.second_factor = view->second_factor;
    state.must_change = view->must_change;
  }
  const int status = state.errors.empty() && state.failure.empty() ? 200 : 422;
  return remote_reply(call, pages::user_view(site_of(call), state), status);
}

void take_error(const Error& error, pages::UserState& state) {
  for (FieldError found : error.fields) {
    if (!found.field.starts_with("f-")) found.field = "f-" + found.field;
    state.errors.push_back(std::move(found));
  }
  if (error.fields.empty()) state.failure = error.key;
}

Reply add_user(const Call& call) {
  pages::UserState state;
  const UserInfo user = typed_user(call, field(call, "f-username"));
  const Result<std::string> password = call.context.services.accounts.add(call.session->actor, user, call.now);
  state.user = line_of(user);
  state.is_new = !password.ok();
  if (password) {
    state.password = *password;
  } else {
    take_error(password.error(), state);
  }
  return show_user(call, std::move(state));
}

}  // namespace

Reply users_page(const Call& call, std::string_view username) {
  const Result<std::vector<UserInfo>> users = call.context.services.accounts.list(call.session->actor);
  if (!users) return remote_error(call, users.error());
  if (username.empty()) {
    std::vector<pages::UserLine> lines;
    for (const UserInfo& user : *users) lines.push_back(line_of(user));
    return remote_reply(call, pages::users_view(site_of(call), lines));
  }
  pages::UserState state;
  state.user.username = username;
  state.is_new = username == pages::kNewItem;
  if (state.is_new) state.user.username.clear();
  return show_user(call, std::move(state));
}

Reply post_user(const Call& call) {
  const std::string_view action = call.request.path_value("action");
  const std::string username(call.request.path_value("item"));
  if (username == pages::kNewItem) return add_user(call);
  const Actor& actor = call.session->actor;
  AccountsService& accounts = call.context.services.accounts;
  pages::UserState state;
  state.user.username = username;
  Result<void> done;
  if (action == "save") {
    const UserInfo user = typed_user(call, username);
    state.user = line_of(user);
    done = accounts.change(actor, user, call.now);
    state.done = done ? "users.saved" : "";
  } else if (action == "reset") {
    const Result<std::string> password = accounts.reset_password(actor, username, call.now);
    if (password) state.password = *password;
    if (!password) done = password.error();
  } else if (action == "unlock" || action == "end") {
    done =
        action == "end" ? accounts.end_sessions(actor, username, call.now) : accounts.unlock(actor, username, call.now);
    state.done = done ? "users.done" : "";
  } else {
    return remote_error(call, error_of_status(404));
  }
  if (!done) {
    if (done.error().code == Code::forbidden || done.error().code == Code::not_found) {
      return remote_error(call, done.error());
    }
    take_error(done.error(), state);
  }
  return show_user(call, std::move(state));
}

}  // namespace hamandish::server

#include "server/http/session_routes.h"

#include "server/http/context.h"
#include "server/http/gate.h"
#include "server/http/page_routes.h"
#include "server/http/reply.h"
#include "shared/api/wire_json.h"
#include "shared/pages/login_page.h"
#include "shared/text/utf8.h"
#include "shared/view/escape.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMaxClient = 160;

// Only to a page of the staff, whatever the form says.
std::string after_login(const std::string& wanted) {
  return wanted.starts_with("/staff/") && view::safe_address(wanted) == wanted ? wanted : "/staff";
}

Result<SessionStart> start_session(const Call& call, const api::SignIn& who) {
  // With the limit off (load tests on loopback) the back-off after failures must not lock the testers out either: each
  // request counts as an address of its own.
  const std::string& address = call.context.settings.rate_limit ? call.request.address : call.request.id;
  const std::string_view client = call.request.header("User-Agent").substr(0, kMaxClient);
  Result<SessionStart> start =
      call.context.services.sessions.sign_in({who.username, who.password, who.code, address, client}, call.now);
  if (!start) return start;
  // A browser that was signed in as someone else leaves no open session behind.
  const std::string former = session_token(call.request, call.context.settings.behind_tls);
  if (!former.empty()) static_cast<void>(call.context.services.sessions.sign_out(former));
  return start;
}

Result<void> end_session(const Call& call) {
  return call.context.services.sessions.sign_out(session_token(call.request, call.context.settings.behind_tls));
}

}  // namespace

Reply sign_in(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::SignIn> who = api::read_sign_in(*json);
  if (!who) return error_reply(who.error());
  const Result<SessionStart> start = start_session(call, *who);
  if (!start) return error_reply(start.error());
  Reply reply = json_reply(api::to_json(start->session.info));
  reply.set("Set-Cookie", session_cookie(start->token, call.context.settings.behind_tls));
  return reply;
}

// A person who was quicker than the application, or whose browser runs none, sends the form itself.
Reply post_sign_in(const Call& call) {
  // At the same address: the search of the inbox.
  if (!call.request.field("queue").empty()) return answer_page(call);
  const auto typed = [&](std::string_view name) {
    const std::string_view value = call.request.field(name);
    return text::valid_utf8(value) ? std::string(value) : std::string();
  };
  const std::string next = after_login(typed(pages::kAfterLogin));
  const Result<SessionStart> start =
      start_session(call, api::SignIn{typed("username"), typed("password"), typed("code")});
  if (start) {
    Reply reply = see_other(next);
    reply.set("Set-Cookie", session_cookie(start->token, call.context.settings.behind_tls));
    return reply;
  }
  pages::LoginState state;
  state.username = typed("username");
  state.next = next;
  state.errors = start.error().fields;
  state.ask_code = start.error().key == "error.second_factor_needed" || !typed("code").empty();
  if (state.errors.empty()) state.failure = start.error().key;
  return page_reply(call, pages::login_view(site_of(call), state), status_of(start.error()), kSecretPage);
}

Reply get_session(const Call& call) {
  return json_reply(api::to_json(call.session->info));
}

Reply sign_out(const Call& call) {
  const Result<void> done = end_session(call);
  if (!done) return error_reply(done.error());
  Reply reply = empty_reply();
  reply.set("Set-Cookie", expired_session_cookie(call.context.settings.behind_tls));
  return reply;
}

Reply post_sign_out(const Call& call) {
  const Result<void> done = end_session(call);
  if (!done) return error_page(call, done.error());
  Reply reply = see_other("/staff");
  reply.set("Set-Cookie", expired_session_cookie(call.context.settings.behind_tls));
  return reply;
}

}  // namespace hamandish::server

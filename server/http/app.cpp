#include "server/http/app.h"

#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include "server/base/log.h"
#include "server/base/random.h"
#include "server/http/gate.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/security_headers.h"

namespace hamandish::server {
namespace {

bool is_api(std::string_view path) {
  return path.starts_with("/api/") || path == "/metrics";
}

Reply error_answer(const Call& call, bool html, const Error& error) {
  return html ? remote_error(call, error) : error_reply(error);
}

Reply run_route(const Route& route, Call call) {
  std::optional<Session> session;
  const Result<void> passed = pass_gate(route, call.request, call.context, call.now, session);
  if (!passed) return error_answer(call, route.html, passed.error());
  if (session) call.session = &*session;
  return route.handler(call);
}

// An address without a route: a file of the site, a page, or nothing.
Reply answer_elsewhere(const Call& call) {
  if (call.request.method != "GET") {
    const bool is_page = answer_page(call).status == 200;
    Reply reply = error_answer(call, !is_api(call.request.path), error_of_status(is_page ? 405 : 404));
    if (is_page) reply.set("Allow", "GET, HEAD");
    return reply;
  }
  if (is_api(call.request.path)) return error_reply(error_of_status(404));
  if (!is_template(call.request.path)) {
    if (const auto file = call.context.files.find(call.request)) return *file;
  }
  return answer_page(call);
}

Reply without_throwing(const std::function<Reply()>& work) {
  try {
    return work();
  } catch (const std::exception& problem) {
    return error_reply(make_error(Code::internal, "error.internal", problem.what()));
  } catch (...) {
    return error_reply(make_error(Code::internal, "error.internal", "unknown exception"));
  }
}

}  // namespace

Reply App::route(Request& request, std::string_view& pattern) {
  Match match = match_route(request.method, request.path);
  Call call{context_, request, context_.clock(), nullptr, context_.services.profile()};
  if (match.route != nullptr) {
    pattern = match.route->pattern;
    request.path_values = std::move(match.path_values);
    return run_route(*match.route, call);
  }
  const bool is_form_address = request.method == "GET" && !is_api(request.path);
  if (!match.allowed.empty() && !is_form_address) {
    Reply reply = error_reply(error_of_status(405));
    reply.set("Allow", match.allowed);
    return reply;
  }
  pattern = "site";
  return answer_elsewhere(call);
}

Reply App::answer(Request& request) {
  request.id = random_token(9);
  Asked asked;
  asked.start = std::chrono::steady_clock::now();
  Reply reply = without_throwing([&] { return route(request, asked.pattern); });
  asked.request.id = request.id;
  asked.request.method = request.method;
  asked.request.head = request.head;
  asked.request.headers = std::move(request.headers);
  if (reply.later) return postponed(std::move(asked), std::move(reply.later));
  return complete(asked, std::move(reply));
}

Reply App::postponed(Asked asked, std::shared_ptr<Later> inner) {
  Reply reply;
  reply.later = std::make_shared<Later>();
  reply.later->begin = [inner](std::function<void()> ready) { inner->begin(std::move(ready)); };
  reply.later->finish = [this, asked = std::move(asked), inner] {
    return complete(asked, without_throwing([&] { return inner->finish(); }));
  };
  return reply;
}

Reply App::complete(const Asked& asked, Reply reply) {
  const Request& request = asked.request;
  reply = without_throwing([&] {
    finisher_.finish(request, reply);
    return std::move(reply);
  });
  const std::size_t bytes = reply.shared_body ? reply.shared_body->size() : reply.body.size();
  const auto spent = std::chrono::steady_clock::now() - asked.start;
  const std::int64_t microseconds = std::chrono::duration_cast<std::chrono::microseconds>(spent).count();
  context_.metrics.count(reply.status, microseconds);
  const auto write = reply.status >= 500 ? log_error : log_info;
  write("request", {{"id", request.id},
                    {"method", request.method},
                    {"route", asked.pattern},
                    {"status", reply.status},
                    {"microseconds", microseconds},
                    {"bytes", static_cast<std::int64_t>(bytes)},
                    {"error", reply.detail}});
  reply.set("X-Request-Id", request.id);
  return dress(std::move(reply));
}

Reply App::refusal(int status) {
  context_.metrics.count(status, 0);
  log_info("refused", {{"status", status}});
  const Error error = error_of_status(status);
  Reply reply = error_reply(error);
  reply.status = status;
  return dress(std::move(reply));
}

Reply App::dress(Reply reply) {
  if (reply.status == 304) return reply;  // the browser keeps the headers that came with the content (RFC 9111 3.2)
  add_security_headers(reply, context_.pages.style_hash(), context_.settings.behind_tls);
  return reply;
}

std::size_t App::largest_body(std::string_view method, std::string_view path) {
  const Match match = match_route(method, path);
  return body_limit(match.route == nullptr ? Body::none : match.route->body);
}

}  // namespace hamandish::server

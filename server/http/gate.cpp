#include "server/http/gate.h"

#include "server/base/random.h"
#include "server/config.h"
#include "shared/api/routes.h"

namespace hamandish::server {
namespace {

std::string_view cookie_name(bool behind_tls) {
  return behind_tls ? "__Host-session" : "session";
}

bool is_unsafe(std::string_view method) {
  return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

// Host and port of «https://example.ir:8443».
std::string_view authority_of(std::string_view origin) {
  const std::size_t scheme = origin.find("://");
  return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

// Browsers say from where an unsafe request comes, by Sec-Fetch-Site or at least by Origin. Who says neither is no
// browser, holds no one's cookies, and so gains nothing by pretending.
bool from_our_own_page(const Request& request) {
  const std::string_view site = request.header("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const std::string_view origin = request.header("Origin");
  return origin.empty() || same_ignoring_case(authority_of(origin), request.header("Host"));
}

Result<void> check_media_type(const Route& route, const Request& request) {
  const std::string type = request.media_type();
  const bool fits =
      route.body == Body::none || route.body == Body::file || route.body == Body::push ||
      (route.body == Body::json && type == "application/json") ||
      (route.body == Body::form && (type == "multipart/form-data" || type == "application/x-www-form-urlencoded"));
  if (fits) return {};
  const bool form = route.body == Body::form;
  return make_error(Code::invalid, form ? "error.form_media_type" : "error.unsupported_media_type", type);
}

Result<void> check_rate(const Route& route, const Request& request, Context& context, Instant now) {
  if (!context.settings.rate_limit) return {};
  const std::int64_t wait = context.rate_limit.take(route.bucket, request.address, now);
  if (wait == 0) return {};
  Error error = make_error(Code::busy, "error.rate_limited");
  error.params.push_back({"seconds", std::to_string((wait + kSecond - 1) / kSecond)});
  return error;
}

// The token as the header of a call, or as a field of a form; a page may hold several forms, each with its own field.
bool has_token(const Request& request, std::string_view token) {
  if (equal_in_constant_time(request.header(api::kCsrfHeader), token)) return true;
  bool found = false;
  for (const Part& part : request.parts) {
    found = found || (part.name.starts_with("csrf-") && equal_in_constant_time(part.content, token));
  }
  return found;
}

Result<void> check_session(const Request& request, Context& context, Instant now, std::optional<Session>& session) {
  const std::string token = session_token(request, context.settings.behind_tls);
  if (token.empty()) return make_error(Code::unauthorized, "error.session_needed");
  Result<Session> found = context.services.sessions.session(token, now);
  if (!found) return found.error();
  session = std::move(found).value();
  // Until the password is changed nothing else is open but that and signing out.
  const bool allowed = request.path == api::kSession || request.path.starts_with("/staff/account");
  if (session->must_change && !allowed) return make_error(Code::forbidden, "error.password_change_needed");
  if (!is_unsafe(request.method)) return {};
  if (has_token(request, session->info.csrf_token)) return {};
  return make_error(Code::forbidden, "error.csrf", "token");
}

}  // namespace

Result<void> pass_gate(const Route& route, const Request& request, Context& context, Instant now,
                       std::optional<Session>& session) {
  if (route.access == Access::loopback && !is_loopback(request.address)) {
    return make_error(Code::not_found, "error.not_found");
  }
  if (route.access == Access::bench && context.settings.rate_limit) {
    return make_error(Code::not_found, "error.not_found");
  }
  if (is_unsafe(request.method) && !from_our_own_page(request)) {
    return make_error(Code::forbidden, "error.csrf", "origin");
  }
  if (Result<void> rate = check_rate(route, request, context, now); !rate) return rate;
  if (route.access == Access::staff) {
    if (Result<void> known = check_session(request, context, now, session); !known) return known;
  }
  return check_media_type(route, request);
}

std::string cookie_value(const Request& request, std::string_view name) {
  std::string_view cookies = request.header("Cookie");
  while (!cookies.empty()) {
    const std::size_t end = cookies.find(';');
    std::string_view cookie = cookies.substr(0, end);
    cookies = end == std::string_view::npos ? std::string_view{} : cookies.substr(end + 1);
    while (!cookie.empty() && cookie.front() == ' ') cookie.remove_prefix(1);
    if (cookie.size() > name.size() && cookie.starts_with(name) && cookie[name.size()] == '=') {
      return std::string(cookie.substr(name.size() + 1));
    }
  }
  return {};
}

std::string session_token(const Request& request, bool behind_tls) {
  return cookie_value(request, cookie_name(behind_tls));
}

std::string session_cookie(std::string_view token, bool behind_tls) {
  std::string cookie(cookie_name(behind_tls));
  cookie += '=';
  cookie += token;
  cookie += "; Path=/; HttpOnly; SameSite=Strict";
  if (behind_tls) cookie += "; Secure";
  return cookie;
}

std::string expired_session_cookie(bool behind_tls) {
  return session_cookie("", behind_tls) + "; Max-Age=0";
}

}  // namespace hamandish::server

// Everything that is asked before a route runs: from where, how often, by whom, from which page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/context.h"
#include "server/http/routes.h"

namespace hamandish::server {

// Fills `session` when the route needs one. The error says why the call may not be made:
// not_found for a loopback call from elsewhere; forbidden «error.csrf» for an unsafe call from a foreign page or
// without the token; busy «error.rate_limited»; unauthorized «error.session_needed»; invalid for a body of the wrong
// media type.
Result<void> pass_gate(const Route& route, const Request& request, Context& context, Instant now,
                       std::optional<Session>& session);

// "" if the request has no such cookie.
std::string cookie_value(const Request& request, std::string_view name);

// The session cookie's name and the values of Set-Cookie. Behind TLS the name has the prefix __Host-, with which
// browsers refuse cookies from other hosts and from http.
std::string session_token(const Request& request, bool behind_tls);
std::string session_cookie(std::string_view token, bool behind_tls);
std::string expired_session_cookie(bool behind_tls);

}  // namespace hamandish::server

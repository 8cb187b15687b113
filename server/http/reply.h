// The shapes of replies that all routes share, and the one table from kinds of failure to HTTP status.
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/result.h"
#include "shared/json/json.h"

namespace hamandish::server {

// The HTTP status of a failure: by its code, and for a few keys more exactly (a JSON that cannot be parsed is 400, one
// whose values do not hold is 422).
int status_of(const Error& error);

Reply json_reply(const Json& json, int status = 200);
// The contract's error shape; `detail` goes into Reply::detail, for the log. 429 and 503 get Retry-After: the
// parameter `seconds` of the error, or a few.
Reply error_reply(const Error& error);
// 204.
Reply empty_reply();
// 303: the browser follows with GET, so that a reload does not send the form again.
Reply see_other(std::string address);

// The error that a bare status stands for, when a request never reached a route (400, 404, 405, 408, 411, 413, 414,
// 415, 417, 431, 500, 501, 503, 505).
Error error_of_status(int status);

}  // namespace hamandish::server

// What the routes of posted forms share.
#pragma once

#include <optional>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace hamandish::server {

// Browsers send the form in the page's coding, so anything else was made by hand: ill-formed UTF-8, or a NUL.
std::optional<Error> unreadable_form(const Request& request);

}  // namespace hamandish::server

// What every answer carries so that a browser does with it only what the portal needs.
#pragma once

#include <string>

#include "server/http/message.h"

namespace hamandish::server {

// The value of a CSP hash source for an inline <style> of exactly this text: 'sha256-...'.
std::string csp_hash(const std::string& text);

// Adds the headers. `style_hash` is the one inline style that pages may have (csp_hash), or empty.
void add_security_headers(Reply& reply, const std::string& style_hash, bool behind_tls);

}  // namespace hamandish::server

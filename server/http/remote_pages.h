// Pages that the server makes whole (settings, the own account): as HTML for a browser, as the view in JSON for the
// client, which shows it and sends its forms as a browser would.
#pragma once

#include <string>

#include "server/http/routes.h"
#include "shared/view/node.h"

namespace hamandish::server {

// The client asks with this value of Accept.
inline constexpr std::string_view kViewType = "application/x-hamandish-view";

// `status` 201: what a form sent was taken; then its draft on the device is forgotten.
Reply remote_reply(const Call& call, const view::Node& view, int status = 200);
// To another page: 303 for a browser, {go: address} for the client.
Reply remote_go(const Call& call, const std::string& address);
// An error that belongs to no field, as a page.
Reply remote_error(const Call& call, const Error& error);

// GET of such a page; the session is there.
Reply remote_page(const Call& call);

Reply post_setting(const Call& call);

}  // namespace hamandish::server

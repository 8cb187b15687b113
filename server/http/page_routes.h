// The pages of the site as HTML, each complete without any script. Which address opens which page stands in
// shared/pages/page.h; what a page shows, in its own file there.
#pragma once

#include "server/http/routes.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::server {

// The page of a plain GET; 404 with a page when there is none.
Reply answer_page(const Call& call);
// A page that says what went wrong, with the status of the error.
Reply error_page(const Call& call, const Error& error);
// The PDF of a receipt.
// «/theme/dark»: remembers the choice on the device and goes back to the page it was made on.
Reply choose_theme(const Call& call);
Reply get_receipt_pdf(const Call& call);

// For the forms too: the frame's state of this call, and a view as a reply. `cache` is the value of Cache-Control.
pages::Site site_of(const Call& call);
Reply page_reply(const Call& call, const view::Node& view, int status, std::string_view cache);

// May be kept, if asked for again each time; and never by anyone.
inline constexpr std::string_view kPublicPage = "public, no-cache";
inline constexpr std::string_view kPrivatePage = "private, no-cache";
inline constexpr std::string_view kSecretPage = "no-store";

}  // namespace hamandish::server

// Frequent questions, privacy, service levels, the site map, search, and units as contacts.
#pragma once

#include <string_view>

#include "server/http/routes.h"

namespace hamandish::server {

// `path`: the whole of it, percent-decoded; one that pages::match calls help.
Reply help_page(const Call& call, std::string_view path);
// The form of the search: to the page of what was found.
Reply post_search(const Call& call);
Reply post_contact(const Call& call);  // to the directory with the units that were asked for
Reply get_vcard(const Call& call);
Reply get_unit_card(const Call& call);  // GET /contact/:unit/card.pdf

}  // namespace hamandish::server

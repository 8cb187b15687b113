// Messages that no case was made of, below /staff/calls/kept.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of the list and of one of them; `rest`: what follows «kept» in the address.
Reply kept_page(const Call& call, std::string_view rest);
Reply get_kept_raw(const Call& call);
Reply post_kept_case(const Call& call);

}  // namespace hamandish::server

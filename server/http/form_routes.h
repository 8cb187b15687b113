// The citizen's forms without JavaScript: posted to their own addresses, with the same checks and the same results as
// the REST calls. An error comes back as the same page with everything that was typed.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// 303 to the receipt, or 422 with the form.
Reply post_new_case(const Call& call);
// 200 with the case, or 404 or 422 with the form. The forms under a case come here too (track_routes.cpp).
Reply post_track(const Call& call);
// 200 with the same words whether there is a case or not, or 422 with the form.
Reply post_lost_code(const Call& call);
// The receipt again, with thanks.
Reply post_acknowledgement(const Call& call);

}  // namespace hamandish::server

// Signing in and out (staff).
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

Reply sign_in(const Call& call);
Reply post_sign_in(const Call& call);  // the form of the login page, to /staff
Reply get_session(const Call& call);
Reply sign_out(const Call& call);
Reply post_sign_out(const Call& call);  // the form of the banner, for a browser without the application

}  // namespace hamandish::server

// «حساب من» and the accounts of all.
#pragma once

#include <string_view>

#include "server/http/routes.h"

namespace hamandish::server {

Reply account_page(const Call& call);
// POST /staff/account/<action>/<what>.
Reply post_account(const Call& call);
// The QR code of a second factor that waits for its first code, as SVG.
Reply get_account_qr(const Call& call);

// /staff/settings/users and below.
Reply users_page(const Call& call, std::string_view username);
Reply post_user(const Call& call);

}  // namespace hamandish::server

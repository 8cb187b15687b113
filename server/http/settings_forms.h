// The settings' pages: GET shows, POST to /staff/settings/<section>/<item>/<action>/v<version> changes.
#pragma once

#include <string>

#include "server/http/routes.h"

namespace hamandish::server {

// /staff/settings and everything below it.
Reply settings_page(const Call& call);

}  // namespace hamandish::server

// The citizen's choice of the way of notices.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

Reply post_notices(const Call& call);

}  // namespace hamandish::server

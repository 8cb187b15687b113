// Files that are sent before the case they belong to.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// The body is the file; its name stands percent-encoded in X-File-Name.
Reply store_upload(const Call& call);

}  // namespace hamandish::server

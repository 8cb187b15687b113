// The only place of the server that asks what time it is; everything else gets an Instant as an argument.
#pragma once

#include <functional>

#include "shared/base/time.h"

namespace hamandish::server {

using Clock = std::function<Instant()>;

// The time of the machine.
Instant system_now();

}  // namespace hamandish::server

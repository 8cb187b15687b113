// The only place of the server that asks what time it is; everything else gets an Instant as an argument.
#pragma once

#include <functional>
#include <string>

#include "shared/base/time.h"

namespace hamandish::server {

using Clock = std::function<Instant()>;

// The time of the machine.
Instant system_now();

// For tests that travel in time (`serve --clock-file`, on loopback only): the file holds the milliseconds since 1970
// and is read each time. Without a file, or with anything else in it, the time of the machine.
Clock file_clock(std::string path);

}  // namespace hamandish::server

// The platform's body of web/text/fallback.h: in the browser a 2D canvas (web/platform/js/fallback.js), natively a
// stand-in that is as wide as its size and draws nothing.
#pragma once

#include <memory>

#include "web/text/fallback.h"

namespace hamandish::platform {

std::unique_ptr<text::Fallback> make_fallback();

}  // namespace hamandish::platform

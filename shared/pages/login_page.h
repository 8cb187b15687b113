// «ورود کارکنان».
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node login_view(const Site& site, const LoginState& state);

}  // namespace hamandish::pages

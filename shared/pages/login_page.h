// «ورود کارکنان».
#pragma once

#include <string_view>

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// The name of the form's field with the address to go to afterwards.
inline constexpr std::string_view kAfterLogin = "next";

view::Node login_view(const Site& site, const LoginState& state);

}  // namespace hamandish::pages

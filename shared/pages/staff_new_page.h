// /staff/new: a message is taken down for a caller, a visitor or a letter, under a minute by keyboard.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node staff_new_view(const Site& site, const StaffNewState& state);

}  // namespace hamandish::pages

// «خانه»: what a citizen most often comes for, without a detour: write to the organisation, follow a case.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node home_view(const Site& site);

}  // namespace hamandish::pages

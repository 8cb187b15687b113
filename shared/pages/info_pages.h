// The pages that stand on the profile alone: the directory; and the lists that are still empty in this slice,
// which say so and where to go instead.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node contact_view(const Site& site);
view::Node not_found_view(const Site& site);

}  // namespace hamandish::pages

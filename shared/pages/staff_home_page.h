// «/staff» for a role that no case is open to (the keeper of the system, say): what else it may open, instead of an inbox that
// would be forbidden.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// Site::session must be there.
view::Node staff_home_view(const Site& site);

}  // namespace hamandish::pages

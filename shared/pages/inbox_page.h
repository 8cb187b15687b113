// «کارتابل»: the cases of the signed-in person's unit, newest first.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node inbox_view(const Site& site, const InboxState& state);

}  // namespace hamandish::pages

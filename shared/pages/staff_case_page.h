// A case as the officer sees it: what the citizen wrote, who wrote it, what has happened, and what can be done now.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node staff_case_view(const Site& site, const StaffCaseState& state);

}  // namespace hamandish::pages

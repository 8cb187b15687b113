// The pages that stand on the profile alone: the directory; and the lists that are still empty in this slice,
// which say so and where to go instead.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node contact_view(const Site& site);
view::Node not_found_view(const Site& site);
// A page that could not be had, in one sentence. `again`: its address, if it may be there in a moment.
view::Node failure_view(const Site& site, const std::string& message, const std::string& again = {});
view::Node forbidden_view(const Site& site);  // a page of staff that is not for this role

}  // namespace hamandish::pages

// /track/lost: the codes of a mobile's messages are sent to it.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node lost_code_view(const Site& site, const LostCodeState& state);

}  // namespace hamandish::pages

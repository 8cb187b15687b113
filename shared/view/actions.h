// What a row of actions is like, for its HTML and its layout.
#pragma once

#include "shared/view/node.h"

namespace hamandish::view {

// Whether there are links and nothing else: then the row begins outside its column by a link's padding, so that the first
// letter stands on the column's edge.
bool only_links(const Node& actions);

}  // namespace hamandish::view

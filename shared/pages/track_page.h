// «پیگیری»: tracking code and second factor, then the trail and the answer.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node track_view(const Site& site, const TrackState& state);

// The form alone; the home page shows it too.
view::Node track_form(const TrackState& state);

}  // namespace hamandish::pages

// «راهبرد مشارکت»: what the organisation promises, each promise with the figures that show whether it is kept and a link to
// the page that keeps it. Made by the server (a remote page).
#pragma once

#include <vector>

#include "shared/pages/state.h"
#include "shared/reports/promises.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// `figures`: one for each promise of the profile, in its order.
view::Node strategy_view(const Site& site, const std::vector<PromiseFigure>& figures);

}  // namespace hamandish::pages

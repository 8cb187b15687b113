// «راهبرد مشارکت»: what the organisation promises, each promise with the figures that show whether it is kept and a link to
// the page that keeps it. Made by the server (a remote page).
#pragma once

#include <vector>

#include "shared/pages/drafts_page.h"
#include "shared/pages/state.h"
#include "shared/reports/promises.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// What is counted now: one figure for each promise of the profile, in its order, and the drafts that are open, for the
// promise that leads to them. `updated`: when the promises were changed last.
struct StrategyState {
  std::vector<PromiseFigure> figures;
  std::vector<DraftSummary> open_drafts;
  Instant updated;
};
view::Node strategy_view(const Site& site, const StrategyState& state);

}  // namespace hamandish::pages

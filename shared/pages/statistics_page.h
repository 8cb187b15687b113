// «آمار»: what came and whether it was answered in time. Made by the server (a remote page).
#pragma once

#include <string_view>
#include <vector>

#include "shared/pages/state.h"
#include "shared/reports/statistics.h"
#include "shared/view/node.h"

namespace hamandish::pages {

struct StatisticsState {
  std::vector<MonthStatistics> months;  // the newest first
  Instant counted_at;
};

view::Node statistics_view(const Site& site, const StatisticsState& state);

}  // namespace hamandish::pages

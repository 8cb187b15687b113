// «/gallery/rows-<n>»: one table with so many rows, for whoever builds a page with a long list, and for tests and benchmarks of
// how such a table behaves (web/mirror/long_tables.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// From the end of the address, «rows-1000»: 1 to 100,000. nullopt for everything else.
std::optional<std::size_t> gallery_rows(std::string_view param);
view::Node gallery_rows_view(const Site& site, std::size_t rows);

}  // namespace hamandish::pages

// Charts of pages: a picture with its main fact as its name, and the table with the same figures.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/reports/document.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// `shape`, `series` and the rows' values and notes as in shared/view/node.h. Without any figure above zero the table alone.
// `child`: the table, or a disclosure round it.
view::Node chart_node(const char* shape, std::string fact, std::vector<view::Option> series, view::Node child);
// The row with the largest sum, and what is written beside it; both empty without figures.
struct Largest {
  std::string name;
  std::string words;
};
Largest largest_of(const view::Node& table);

// The chart of a table of the report of this name, above the table; the table alone if it has none.
view::Node with_chart(std::string_view name, const ReportTable& report, view::Node table);

}  // namespace hamandish::pages

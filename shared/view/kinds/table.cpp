#include <cstdlib>

#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"
#include "shared/view/tokens.h"

namespace hamandish::view::kinds {

namespace {

std::string_view order_name(Sort::Order order) {
  if (order == Sort::Order::none) return "none";
  return order == Sort::Order::ascending ? "ascending" : "descending";
}

void write_header(Html& html, const Node& table, std::size_t index) {
  const std::string number = std::to_string(index);
  html.open("th").id(table.id, "-c" + number).attribute("role", "columnheader").attribute("scope", "col");
  if (index >= table.sorts.size() || table.sorts[index].target.empty()) {
    html.text(table.columns[index]).close();
    return;
  }
  const Sort& sort = table.sorts[index];
  html.attribute("aria-sort", order_name(sort.order));
  html.open("a").id(table.id, "-s" + number).attribute("href", safe_address(sort.target));
  html.attribute_if(!sort.intent.empty(), "data-intent", sort.intent).text(table.columns[index]).close().close();
}

}  // namespace

// Explicit roles and aria-labelledby: a table that CSS shows as cards stays a table with its name.
void write_table(Html& html, const Node& node) {
  html.open("table").id(node.id).attribute("role", "table").attribute("aria-labelledby", node.id + "-caption");
  // Some rows of many, and the header.
  if (!node.value.empty()) html.attribute("aria-rowcount", std::to_string(std::atol(node.value.c_str()) + 1));
  html.attribute_if(node.busy, "aria-busy", "true").attribute_if(!node.sorts.empty(), "class", "sorts");
  html.open("caption").id(node.id, "-caption").style(node.quiet ? "quiet" : "").text(node.text).close();
  html.open("colgroup").id(node.id, "-cols");
  for (const int share : column_shares(node)) html.open("col").style("w" + std::to_string(share)).close_empty();
  html.close();
  html.open("thead").id(node.id, "-head").attribute("role", "rowgroup");
  html.open("tr").id(node.id, "-headers").attribute("role", "row");
  for (std::size_t i = 0; i < node.columns.size(); ++i) write_header(html, node, i);
  html.close().close();
  html.open("tbody").id(node.id, "-body").attribute("role", "rowgroup");
  for (const Node& row : node.children) write_row_of(html, row, node.columns);
  html.close().close();
}

}  // namespace hamandish::view::kinds

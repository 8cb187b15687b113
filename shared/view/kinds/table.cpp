#include "shared/view/kinds/kinds.h"
#include "shared/view/tokens.h"

namespace hamandish::view::kinds {

// Explicit roles and aria-labelledby: a table that CSS shows as cards stays a table with its name.
void write_table(Html& html, const Node& node) {
  html.open("table").id(node.id).attribute("role", "table").attribute("aria-labelledby", node.id + "-caption");
  html.attribute_if(node.busy, "aria-busy", "true");
  html.open("caption").id(node.id, "-caption").text(node.text).close();
  html.open("colgroup").id(node.id, "-cols");
  for (const int share : column_shares(node)) html.open("col").style("w" + std::to_string(share)).close_empty();
  html.close();
  html.open("thead").id(node.id, "-head").attribute("role", "rowgroup");
  html.open("tr").id(node.id, "-headers").attribute("role", "row");
  std::size_t index = 0;
  for (const std::string& column : node.columns) {
    html.open("th").id(node.id, "-c" + std::to_string(index++)).attribute("role", "columnheader");
    html.attribute("scope", "col").text(column).close();
  }
  html.close().close();
  html.open("tbody").id(node.id, "-body").attribute("role", "rowgroup");
  for (const Node& row : node.children) write_row_of(html, row, node.columns);
  html.close().close();
}

}  // namespace hamandish::view::kinds

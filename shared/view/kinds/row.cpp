#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_row(Html& html, const Node& node) {
  write_row_of(html, node, {});
}

void write_row_of(Html& html, const Node& row, const std::vector<std::string>& columns) {
  html.open("tr").id(row.id).style("", row.tone).attribute("role", "row");
  if (row.level > 0) html.attribute("aria-rowindex", std::to_string(row.level + 1));
  std::size_t index = 0;
  for (const Node& child : row.children) {
    html.open("td").id(row.id, "-c" + std::to_string(index)).attribute("role", "cell");
    html.attribute_if(index < columns.size(), "data-label", index < columns.size() ? columns[index] : std::string());
    html.child(child).close();
    ++index;
  }
  html.close();
}

}  // namespace hamandish::view::kinds

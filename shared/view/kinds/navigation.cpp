#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_navigation(Html& html, const Node& node) {
  write_link_row(html, node, "bar");
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_pagination(Html& html, const Node& node) {
  write_link_row(html, node, "pages");
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// The document round the page is the shell's (web/shell/index.html).
void write_page(Html& html, const Node& node) {
  html.children(node);
}

}  // namespace hamandish::view::kinds

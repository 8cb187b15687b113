#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// tabindex: the target of the skip link takes the focus in every browser.
void write_main(Html& html, const Node& node) {
  html.open("main").id(node.id).attribute("tabindex", "-1").attribute_if(node.busy, "aria-busy", "true");
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

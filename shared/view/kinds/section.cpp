#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// A <section> with a name is a region; without one it is no landmark, and plain flow.
void write_section(Html& html, const Node& node) {
  html.open("section").id(node.id).attribute_if(!node.text.empty(), "aria-label", node.text);
  html.attribute_if(node.busy, "aria-busy", "true");
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

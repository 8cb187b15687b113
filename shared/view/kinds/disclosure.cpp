#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// Native <details>: opens by mouse, Enter and Space, and for find in page, without a script.
void write_disclosure(Html& html, const Node& node) {
  html.open("details").id(node.id).flag_if(node.checked, "open");
  html.open("summary").id(node.id, "-summary").text(node.text).close();
  html.open("div").id(node.id, "-body").children(node).close().close();
}

}  // namespace hamandish::view::kinds

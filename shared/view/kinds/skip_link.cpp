#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_skip_link(Html& html, const Node& node) {
  html.open("a").id(node.id).style("skip").attribute("href", safe_address(node.target)).text(node.text).close();
}

}  // namespace hamandish::view::kinds

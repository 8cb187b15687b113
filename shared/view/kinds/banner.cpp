#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_banner(Html& html, const Node& node) {
  html.open("header").id(node.id);
  html.open("a").id(node.id, "-text").style("brand").attribute("href", safe_address(node.target));
  html.text(node.text).close();
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

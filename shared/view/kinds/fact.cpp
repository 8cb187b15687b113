#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_fact(Html& html, const Node& node) {
  html.open("div").id(node.id, "-fact");
  html.open("dt").id(node.id, "-term").text(node.text).close();
  html.open("dd").id(node.id).attribute_if(node.ltr, "dir", "ltr").text(node.value).close();
  html.close();
}

}  // namespace hamandish::view::kinds

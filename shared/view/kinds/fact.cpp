#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_fact(Html& html, const Node& node) {
  html.open("div").id(node.id, "-fact");
  html.open("dt").id(node.id, "-term").text(node.text).close();
  if (node.target.empty()) {
    html.open("dd").id(node.id).attribute_if(node.ltr, "dir", "ltr").text(node.value).close();
  } else {
    html.open("dd").id(node.id, "-value").attribute_if(node.ltr, "dir", "ltr");
    html.open("a").id(node.id).attribute("href", safe_address(node.target)).text(node.value).close();
    html.close();
  }
  html.close();
}

}  // namespace hamandish::view::kinds

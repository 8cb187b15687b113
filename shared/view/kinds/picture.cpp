#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_picture(Html& html, const Node& node) {
  html.open("figure").id(node.id, "-figure").style("picture");
  html.open("img").id(node.id).attribute("src", safe_address(node.target)).attribute("alt", node.text);
  html.attribute("loading", "lazy").attribute("decoding", "async").close_empty();
  html.leaf_if_text("figcaption", node.id, "-note", node.note).close();
}

}  // namespace hamandish::view::kinds

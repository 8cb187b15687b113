#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// Grey lines where a text will stand; a screen reader hears the words.
void write_skeleton(Html& html, const Node& node) {
  html.open("div").id(node.id).style("skeleton").attribute("role", "status");
  html.open("span").id(node.id, "-text").style("quiet").text(node.text).close();
  for (int i = 0; i < node.level; ++i) html.open("i").close();
  html.close();
}

}  // namespace hamandish::view::kinds

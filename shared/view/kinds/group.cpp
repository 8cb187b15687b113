#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_group(Html& html, const Node& node) {
  html.open("fieldset").id(node.id);
  html.attribute_if(!node.help.empty(), "aria-describedby", node.id + "-help");
  html.flag_if(node.disabled, "disabled");
  html.leaf_part("legend", node.id, "-legend", node.text);
  if (!node.help.empty()) html.open("p").id(node.id, "-help").style("help").text(node.help).close();
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// The label round it makes the target large; the name is not seen, for the row says it already.
void write_pick(Html& html, const Node& node) {
  html.open("label").id(node.id, "-pick").style("pick");
  html.open("input").id(node.id).attribute("name", node.id).attribute("type", "checkbox").attribute("value", "1");
  html.attribute("aria-label", node.text).flag_if(node.checked, "checked").flag_if(node.disabled, "disabled");
  html.close_empty().close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// A busy button keeps the focus, so it is aria-disabled and not disabled.
void write_button(Html& html, const Node& node) {
  html.open("button").id(node.id).attribute("type", node.intent.empty() ? "submit" : "button").style("", node.tone);
  html.attribute_if(!node.intent.empty(), "data-intent", node.intent);
  html.attribute_if(node.busy, "aria-busy", "true").attribute_if(node.busy, "aria-disabled", "true");
  html.flag_if(node.disabled, "disabled").text(node.text).close();
}

}  // namespace hamandish::view::kinds

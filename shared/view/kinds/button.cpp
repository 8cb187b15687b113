#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// A busy button keeps the focus, so it is aria-disabled and not disabled. The intent «clear-form» empties the form by
// itself where there is no script; `note` is what is asked before.
void write_button(Html& html, const Node& node) {
  html.open("button").id(node.id).attribute("type", node.intent.empty()           ? "submit"
                                                    : node.intent == "clear-form" ? "reset"
                                                                                  : "button");
  html.style("", node.tone);
  html.attribute_if(!node.intent.empty(), "data-intent", node.intent);
  html.attribute_if(!node.note.empty(), "data-ask", node.note);
  html.attribute_if(node.busy, "aria-busy", "true").attribute_if(node.busy, "aria-disabled", "true");
  html.flag_if(node.disabled, "disabled").text(node.text).close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_link(Html& html, const Node& node) {
  html.open("a").id(node.id).attribute("href", safe_address(node.target)).style("", node.tone);
  // A link that acts chooses one of several; others lead to the page that is open.
  html.attribute_if(node.current, "aria-current", node.intent.empty() ? "page" : "true");
  html.attribute_if(!node.intent.empty(), "data-intent", node.intent);
  if (!node.help.empty()) html.attribute("aria-label", node.text + node.help);
  html.text(node.text).close();
}

}  // namespace hamandish::view::kinds

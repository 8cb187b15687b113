#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_stepper(Html& html, const Node& node) {
  html.open("ol").id(node.id).style("steps").attribute("role", "list").attribute("aria-label", node.text);
  for (const Node& step : node.children) {
    html.open("li").id(step.id).style(step.checked ? "done" : "").attribute("role", "listitem");
    html.attribute_if(step.current, "aria-current", "step");
    html.open("span").id(step.id, "-text").text(step.text).close().close();
  }
  html.close();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_hidden(Html& html, const Node& node) {
  if (!node.text.empty()) {
    html.open("div").id(node.id, "-field").flag_if(true, "hidden");
    html.open("label").attribute("for", node.id).text(node.text).close();
    html.open("input").id(node.id).attribute("name", node.id).attribute("type", "text").attribute("tabindex", "-1");
    html.attribute("autocomplete", "off").attribute("value", node.value).close_empty().close();
    return;
  }
  html.open("input").id(node.id).attribute("name", node.id).attribute("type", "hidden");
  html.attribute("value", node.value).close_empty();
}

}  // namespace hamandish::view::kinds

#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// Written open: without the app it is a card of the page. The app makes it modal (web/platform/js/dialog.js).
void write_dialog(Html& html, const Node& node) {
  html.open("dialog").id(node.id).flag_if(true, "open").attribute("aria-labelledby", node.id + "-text");
  html.attribute_if(!node.intent.empty(), "data-intent", node.intent);
  html.open("h2").id(node.id, "-text").text(node.text).close();
  html.children(node).close();
}

}  // namespace hamandish::view::kinds

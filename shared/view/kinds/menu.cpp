#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// Native <details>: opens without a script. web/platform/js/widgets.js adds the keys of a menu button.
void write_menu(Html& html, const Node& node) {
  html.open("details").id(node.id).style("menu").flag_if(node.checked, "open");
  html.open("summary").id(node.id, "-summary").text(node.text).close();
  html.open("ul").id(node.id, "-list").attribute("role", "menu").attribute("aria-labelledby", node.id + "-summary");
  for (const Node& item : node.children) {
    const bool link = item.kind == Kind::link;
    html.open("li").id(item.id, "-li").attribute("role", "none").open(link ? "a" : "button").id(item.id);
    html.attribute("role", "menuitem").style("", item.tone);
    if (link) html.attribute("href", safe_address(item.target));
    html.attribute_if(!link, "type", "button");
    html.attribute_if(!item.intent.empty(), "data-intent", item.intent).text(item.text).close().close();
  }
  html.close().close();
}

}  // namespace hamandish::view::kinds

#include <algorithm>

#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

namespace {

void write_tab(Html& html, const Node& link, const std::string& panel) {
  html.open("a").id(link.id).attribute("role", "tab").attribute("href", safe_address(link.target));
  html.attribute("aria-selected", link.current ? "true" : "false");
  html.attribute_if(link.current, "aria-controls", panel);
  html.attribute_if(!link.intent.empty(), "data-intent", link.intent).text(link.text).close();
}

}  // namespace

// Tabs are links: without the app each opens its own address, and all of them stay in the tab order.
void write_tabs(Html& html, const Node& node) {
  const auto is_link = [](const Node& child) { return child.kind == Kind::link; };
  if (std::all_of(node.children.begin(), node.children.end(), is_link)) return write_link_row(html, node, "bar");
  const std::string panel = node.id + "-panel";
  html.open("div").id(node.id).style("tabs");
  html.open("div").id(node.id, "-list").style("bar").attribute("role", "tablist").attribute("aria-label", node.text);
  std::string open;
  for (const Node& child : node.children) {
    if (!is_link(child)) continue;
    if (child.current) open = child.id;
    write_tab(html, child, panel);
  }
  html.close();
  html.open("div")
      .id(node.id, "-panel")
      .attribute("role", "tabpanel")
      .attribute_if(!open.empty(), "aria-labelledby", open);
  for (const Node& child : node.children) {
    if (!is_link(child)) html.child(child);
  }
  html.close().close();
}

}  // namespace hamandish::view::kinds

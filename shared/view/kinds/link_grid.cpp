#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

namespace {

// The whole tile is the link (CSS lays it over), but it holds the first line alone: that is its name. data-name lets
// CSS keep that line's room.
void write_tile(Html& html, const Node& link) {
  html.open("li").id(link.id, "-li").attribute("role", "listitem").attribute("data-name", link.text);
  html.open("a").id(link.id).attribute("href", safe_address(link.target));
  html.attribute_if(link.current, "aria-current", "page");
  html.attribute_if(!link.note.empty(), "aria-describedby", link.id + "-note");
  html.open("span").id(link.id, "-text").text(link.text).close().close();
  html.leaf_if_text("span", link.id, "-note", link.note);
  html.close();
}

}  // namespace

void write_link_grid(Html& html, const Node& node) {
  html.open("ul").id(node.id).style("grid").attribute("role", "list");
  html.attribute_if(!node.text.empty(), "aria-label", node.text);
  for (const Node& child : node.children) {
    if (child.kind == Kind::link) {
      write_tile(html, child);
    } else {
      write_as_item(html, child);
    }
  }
  html.close();
}

}  // namespace hamandish::view::kinds

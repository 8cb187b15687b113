#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_prose(Html& html, const Node& node) {
  html.open("p").id(node.id).style("prose");
  for (const Node& part : node.children) {
    if (part.kind == Kind::link) {
      html.child(part);
    } else {
      html.open(part.tone == Tone::primary ? "strong" : "span").id(part.id).text(part.text).close();
    }
  }
  html.close();
}

}  // namespace hamandish::view::kinds

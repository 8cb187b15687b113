#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_card(Html& html, const Node& node) {
  // With the value «phone»: as wide as a phone, in the frame of one.
  html.open("div").id(node.id).style(node.value == "phone" ? "card phone" : "card", node.tone).children(node).close();
}

}  // namespace hamandish::view::kinds

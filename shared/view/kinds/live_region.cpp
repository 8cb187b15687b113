#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// Stands in the page from the beginning, empty: screen readers say what changes in a region that they know.
void write_live_region(Html& html, const Node& node) {
  const bool urgent = node.tone == Tone::danger;
  html.open("div").id(node.id).style(node.quiet ? "quiet" : "", node.quiet ? Tone::neutral : node.tone);
  html.attribute("role", urgent ? "alert" : "status").attribute("aria-live", urgent ? "assertive" : "polite");
  html.leaf_if_text("p", node.id, "-text", node.text).close();
}

}  // namespace hamandish::view::kinds

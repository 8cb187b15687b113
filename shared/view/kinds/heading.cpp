#include <algorithm>
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// The page's h1 takes the focus after a change of page, so that a screen reader announces it.
void write_heading(Html& html, const Node& node) {
  static constexpr std::string_view kTags[] = {"h1", "h2", "h3", "h4"};
  const int level = std::clamp(node.level, 1, 4);
  html.open(kTags[level - 1]).id(node.id).attribute_if(level == 1, "tabindex", "-1").text(node.text).close();
}

}  // namespace hamandish::view::kinds

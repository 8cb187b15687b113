#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr std::string_view separator = "/";
constexpr float separator_padding = 8;
constexpr float padding = 9;

}  // namespace

// As a row, but what separates two links belongs to the second and wraps with it.
float arrange_breadcrumb(Composer& to, const Node& node, Area area) {
  to.link_place = LinkPlace::crumb;
  to.paragraph_style = tokens::small;
  to.paragraph_padding = padding;
  const Setting muted{tokens::small, Ink::muted};
  const float before = to.words_width(separator, muted, area.width) + 2 * separator_padding;
  const float top = area.y;
  float offset = 0;
  float tallest = 0;
  for (const Node& child : node.children) {
    const float lead = &child == &node.children.front() ? 0 : before;
    const float wanted = std::min(area.width - lead, to.width(child, area.width));
    if (offset > 0 && offset + lead + wanted > area.width + 1.0F / 1024) {
      area.y += tallest;
      offset = tallest = 0;
    }
    if (lead > 0) {
      Area mark = to.flow.part(area, offset + separator_padding, before - 2 * separator_padding);
      mark.y += padding;
      to.words(node, {}, separator, muted, mark);
    }
    tallest = std::max(tallest, to.block(child, to.flow.part(area, offset + lead, wanted)));
    offset += lead + wanted;
  }
  to.link_place = LinkPlace::stack;
  to.paragraph_style = tokens::body;
  to.paragraph_padding = 0;
  return area.y + tallest - top;
}

}  // namespace hamandish::web

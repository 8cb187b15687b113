#include "web/ui/widgets/tinted_box.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_error_list(Composer& to, const Node& node, Area area) {
  const std::size_t ground = to.shape(node, paint_danger_box, 0, {});
  const std::size_t box = to.placements.size();
  to.place(node.id, {});
  Area inner = to.flow.inset(area, tinted_padding, tinted_padding);
  inner.y += tinted_padding;
  inner.y += to.words(node, node.id + "-text", node.text, {tokens::headings[2], Ink::danger}, inner);
  to.link_place = LinkPlace::error_list;
  if (!node.children.empty()) inner.y += 8;
  inner.y += to.stack(node.children, inner, 4);
  to.link_place = LinkPlace::stack;
  const Rect rect{area.x, area.y, area.width, inner.y + tinted_padding - area.y};
  to.set_rect(ground, rect);
  to.set_placement(box, rect);
  return rect.height;
}

}  // namespace hamandish::web

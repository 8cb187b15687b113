#include "web/ui/widgets/tinted_box.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_notice(Composer& to, const Node& node, Area area) {
  const std::size_t ground = to.shape(node, paint_tinted_box, 0, {});
  const std::size_t box = to.placements.size();
  to.place(node.id, {});
  Area inner = to.flow.inset(area, tinted_padding, tinted_padding);
  inner.y += tinted_padding;
  const Ink ink = node.tone == view::Tone::primary ? Ink::text : ink_of(node.tone);
  const float lines = to.words(node, node.id + "-text", node.text, {tokens::body, ink}, inner);
  inner.y += lines > 0 && !node.children.empty() ? lines + 8 : lines;
  inner.y += to.stack(node.children, inner, 8);
  const Rect rect{area.x, area.y, area.width, inner.y + tinted_padding - area.y};
  to.set_rect(ground, rect);
  to.set_placement(box, rect);
  return rect.height;
}

}  // namespace hamandish::web

#include "shared/view/code_groups.h"
#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float padding = 16;

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().accent_tint, tokens::radius_card);
}

}  // namespace

float arrange_code(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  area.y += to.words(node, node.id + "-label", node.text, {tokens::small, Ink::muted}, area) + 4;
  const std::size_t ground = to.shape(node, paint, 0, {});
  Area inner = to.flow.inset(area, padding, padding);
  inner.y += padding;
  Setting setting{tokens::code, Ink::accent, Align::centre};
  setting.ltr = true;
  const float height = to.words(node, node.id + "-shown", view::code_groups(node.value), setting, inner) + 2 * padding;
  const Rect box{area.x, area.y, area.width, height};
  to.set_rect(ground, box);
  to.place(node.id, {inner.x, inner.y, inner.width, height - 2 * padding});
  return area.y + height - top;
}

}  // namespace hamandish::web

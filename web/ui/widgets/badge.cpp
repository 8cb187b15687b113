#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float padding_inline = 10;
constexpr float padding_block = 1;
constexpr float radius = 14;

view::Tone toned(view::Tone tone) {
  return tone == view::Tone::neutral ? view::Tone::primary : tone;
}

Setting setting_of(const Node& node) {
  return {tokens::small, ink_of(toned(node.tone))};
}

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, tint_of(toned(piece.node->tone), painter.colours()), radius);
}

}  // namespace

float arrange_badge(Composer& to, const Node& node, Area area) {
  area = to.flow.part(area, 0, width_badge(to, node, area.width));
  const std::size_t ground = to.shape(node, paint, 0, {});
  Area inner = to.flow.inset(area, padding_inline, padding_inline);
  inner.y += padding_block;
  const float height = to.words_height(node.text, setting_of(node), inner.width) + 2 * padding_block;
  const Rect box{area.x, area.y, area.width, height};
  to.set_rect(ground, box);
  to.words_in(node, node.id, node.text, setting_of(node), inner, box);
  return height;
}

float width_badge(Composer& to, const Node& node, float most) {
  return to.words_width(node.text, setting_of(node), most - 2 * padding_inline) + 2 * padding_inline;
}

}  // namespace hamandish::web

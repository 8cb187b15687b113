#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, tint_of(piece.node->tone, painter.colours()), tokens::radius_card);
  painter.border(piece.rect, painter.colours().line, 1, tokens::radius_card);
}

// The frame of a phone, which is 360 wide with a padding of 16: what stands in it is seen as it will be there. As in style.css.
constexpr float phone_width = 376;
constexpr float phone_border = 8;
constexpr float phone_padding = 24;  // the border included
constexpr float phone_radius = 36;
constexpr float phone_gap = 24;

void paint_phone(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().background, phone_radius);
  painter.border(piece.rect, painter.colours().control, phone_border, phone_radius);
}

float arrange(Composer& to, const Node& node, Area area, float padding, float gap) {
  Area inner = to.flow.inset(area, padding, padding);
  inner.y += padding;
  return to.stack(node.children, inner, gap) + 2 * padding;
}

}  // namespace

float arrange_card(Composer& to, const Node& node, Area area) {
  const bool phone = node.value == "phone";
  const std::size_t ground = to.shape(node, phone ? paint_phone : paint, 0, {});
  if (phone) area = to.flow.inset(area, 0, std::max(0.0F, area.width - phone_width));
  const float padding = phone ? phone_padding : to.phone() ? 16 : 24;
  const float height = arrange(to, node, area, padding, phone ? phone_gap : tokens::card_gap);
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

}  // namespace hamandish::web

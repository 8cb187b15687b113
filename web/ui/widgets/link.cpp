#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float least_target = 44;

struct Shape {
  tokens::TextStyle style;
  float padding_block;
  float padding_inline;
};

Shape shape_of(const Composer& to) {
  switch (to.link_place) {
    case LinkPlace::navigation:
      return to.phone() ? Shape{tokens::small, 9, tokens::nav_padding_phone}
                        : Shape{tokens::nav, 8, tokens::nav_padding};
    case LinkPlace::actions:
      return {tokens::body, 8.5F, 12};
    case LinkPlace::stack:
      return {tokens::body, 6.5F, 0};
    case LinkPlace::crumb:
      return {tokens::small, 9, 0};
    case LinkPlace::page:
      return {tokens::body, 6.5F, 14};
    case LinkPlace::chip:
      return {tokens::body, 6.5F, 16};
    case LinkPlace::cell:
    case LinkPlace::error_list:
      return {tokens::body, 0, 0};
  }
  return {tokens::body, 0, 0};
}

Setting setting_of(const Composer& to, const Node& node) {
  Setting setting;
  setting.style = shape_of(to).style;
  const bool plain = to.link_place == LinkPlace::navigation && !node.current;
  setting.ink = to.link_place == LinkPlace::error_list ? Ink::danger : plain ? Ink::text : Ink::accent;
  setting.underline =
      to.link_place != LinkPlace::navigation && to.link_place != LinkPlace::page && to.link_place != LinkPlace::chip;
  if (to.link_place == LinkPlace::page) {
    setting.align = Align::centre;
    if (node.current) setting.ink = Ink::on_accent;
  }
  return setting;
}

void paint_page(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  if (piece.node->current) {
    painter.fill(piece.rect, colours.accent, tokens::radius_control);
  } else if (painter.hovered(*piece.node)) {
    painter.fill(piece.rect, colours.accent_tint, tokens::radius_control);
  }
}

// The bar below the open page and below the link under the mouse.
void paint_navigation(Painter& painter, const Piece& piece) {
  constexpr float bar = 3;
  if (!piece.node->current && !painter.hovered(*piece.node)) return;
  const Rect& r = piece.rect;
  painter.fill({r.x, r.y + r.height - bar, r.width, bar}, painter.colours().accent);
}

}  // namespace

void paint_chip(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  constexpr float radius = 22;
  const bool lit = piece.node->current || painter.hovered(*piece.node);
  painter.fill(piece.rect, lit ? colours.accent_tint : colours.surface, radius);
  painter.border(piece.rect, piece.node->current ? colours.accent : colours.control, piece.node->current ? 2 : 1,
                 radius);
}

float arrange_link(Composer& to, const Node& node, Area area) {
  const Shape shape = shape_of(to);
  const Setting setting = setting_of(to, node);
  area = to.flow.part(area, 0, width_link(to, node, area.width));
  Area inner = to.flow.inset(area, &node == to.edge_link ? 0 : shape.padding_inline, shape.padding_inline);
  inner.y += shape.padding_block;
  const float height = to.words_height(node.text, setting, inner.width) + 2 * shape.padding_block;
  const Rect box{area.x, area.y, area.width, height};
  if (to.link_place == LinkPlace::navigation) to.shape(node, paint_navigation, 0, box);
  if (to.link_place == LinkPlace::page) to.shape(node, paint_page, 0, box);
  if (to.link_place == LinkPlace::chip) to.shape(node, paint_chip, 0, box);
  to.words_in(node, node.id, node.text, setting, inner, box);
  return height;
}

float width_link(Composer& to, const Node& node, float most) {
  const float padding = (&node == to.edge_link ? 1.0F : 2.0F) * shape_of(to).padding_inline;
  const float width = to.words_width(node.text, setting_of(to, node), most - padding) + padding;
  return to.link_place == LinkPlace::page ? std::max(width, least_target) : width;
}

}  // namespace hamandish::web

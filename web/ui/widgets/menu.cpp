#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float start = 32;
constexpr float end = 16;
constexpr float block = 8.5F;
constexpr float mark = 16;  // its centre, from the start
constexpr float reach = 5.66F;
constexpr float most_wide = 320;
constexpr float list_padding = 8;
constexpr float item_block = 6.5F;
constexpr float item_inline = 16;
const Setting plain{tokens::body, Ink::accent};

void paint_button(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Rect& r = piece.rect;
  const bool hovered = painter.hovered(*piece.node, "-summary");
  painter.fill(r, colours.surface, tokens::radius_control);
  painter.border(r, hovered ? colours.accent : colours.control, hovered ? 2 : 1, tokens::radius_control);
  const float x = painter.flow.x({r.x, r.y, r.width}, mark, 0);
  const float y = r.y + r.height / 2 + (piece.part == 1 ? 3.0F : -3.0F);
  const float down = piece.part == 1 ? -reach : reach;
  painter.stroke({{x - reach, y}, {x, y + down}, {x + reach, y}}, colours.accent, 2);
}

void paint_list(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().surface, tokens::radius_card);
  painter.border(piece.rect, painter.colours().control, 1, tokens::radius_card);
}

void paint_item(Painter& painter, const Piece& piece) {
  if (!painter.hovered(*piece.node)) return;
  painter.fill(piece.rect, painter.colours().accent_tint, tokens::radius_control);
}

Setting setting_of(const Node& item) {
  return {tokens::body, item.tone == view::Tone::danger ? Ink::danger : Ink::accent};
}

void arrange_list(Composer& to, const Node& node, Area area, float least) {
  const std::uint8_t layer = to.layer;
  to.layer = 1;
  float width = least;
  for (const Node& item : node.children) {
    const float around = 2 * (item_inline + list_padding);
    width = std::max(width, to.words_width(item.text, plain, most_wide - around) + around);
  }
  const Area box = to.flow.part(area, 0, width);
  const std::size_t ground = to.shape(node, paint_list, 0, {});
  Area inner = to.flow.inset(box, list_padding, list_padding);
  inner.y += list_padding;
  for (const Node& item : node.children) {
    Area words = to.flow.inset(inner, item_inline, item_inline);
    words.y += item_block;
    const float height = to.words_height(item.text, plain, words.width) + 2 * item_block;
    const Rect rect{inner.x, inner.y, inner.width, height};
    to.shape(item, paint_item, 0, rect);
    to.words_in(item, item.id, item.text, setting_of(item), words, rect);
    inner.y += height;
  }
  to.set_rect(ground, {box.x, box.y, box.width, inner.y + list_padding - box.y});
  to.layer = layer;
}

}  // namespace

float width_menu(Composer& to, const Node& node, float most) {
  return to.words_width(node.text, plain, most - start - end) + start + end;
}

float arrange_menu(Composer& to, const Node& node, Area area) {
  const Area own = to.flow.part(area, 0, width_menu(to, node, area.width));
  const bool open = to.is_open(node);
  Area words = to.flow.inset(own, start, end);
  words.y += block;
  const Rect box{own.x, own.y, own.width, to.words_height(node.text, plain, words.width) + 2 * block};
  to.shape(node, paint_button, open ? 1 : 0, box);
  to.words_in(node, node.id + "-summary", node.text, plain, words, box);
  area.y += box.height + 4;
  if (open) arrange_list(to, node, area, own.width);
  return box.height;
}

}  // namespace hamandish::web

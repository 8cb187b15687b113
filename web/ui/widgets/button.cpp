#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float padding_block = 8.5F;  // border included

constexpr float chip_padding_block = 6.5F;
constexpr float chip_padding_inline = 16;

float padding_inline(const Composer& to) {
  return to.link_place == LinkPlace::chip ? chip_padding_inline : tokens::button_padding;
}

bool filled(const Node& node) {
  return node.tone == view::Tone::primary && !node.disabled;
}

Setting setting_of(const Node& node) {
  Setting setting;
  setting.align = Align::centre;
  setting.ink = Ink::accent;
  if (node.tone == view::Tone::danger) setting.ink = Ink::danger;
  if (filled(node) && !node.busy) setting.ink = Ink::on_accent;
  if (node.disabled || (node.busy && !filled(node))) setting.ink = Ink::muted;
  return setting;
}

void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Node& node = *piece.node;
  const Rect& r = piece.rect;
  const bool active = !node.disabled && !node.busy;
  const std::uint32_t own = colour_of(setting_of(node).ink, colours);
  if (filled(node) && active) {
    painter.fill(r, colours.accent, tokens::radius_control);
  } else {
    painter.fill(r, filled(node) ? colours.accent_tint : colours.surface, tokens::radius_control);
    const bool danger = node.tone == view::Tone::danger;
    const std::uint32_t line = !active ? colours.line : danger ? colours.danger : colours.control;
    painter.border(r, line, 1, tokens::radius_control);
  }
  if (active && painter.hovered(node)) painter.border(r, own, 2, tokens::radius_control);
  if (node.busy) {
    painter.fill({r.x + r.width / 4, r.y + r.height - 8, r.width / 2, 3}, colours.accent, 1.5F);
  }
}

}  // namespace

float arrange_button(Composer& to, const Node& node, Area area) {
  area = to.flow.part(area, 0, width_button(to, node, area.width));
  const bool chip = to.link_place == LinkPlace::chip;
  Area inner = to.flow.inset(area, padding_inline(to), padding_inline(to));
  const float block = chip ? chip_padding_block : padding_block;
  inner.y += block;
  const Setting setting = setting_of(node);
  const Rect box{area.x, area.y, area.width, to.words_height(node.text, setting, inner.width) + 2 * block};
  to.shape(node, chip ? paint_chip : paint, 0, box);
  to.words_in(node, node.id, node.text, setting, inner, box);
  return box.height;
}

float width_button(Composer& to, const Node& node, float most) {
  const float padding = 2 * padding_inline(to);
  return to.words_width(node.text, setting_of(node), most - padding) + padding;
}

}  // namespace hamandish::web

#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr std::size_t week = 7;
constexpr float padding_block = 6.5F;
constexpr std::size_t letter = 2;  // bytes

Ink ink_of_day(const Node& day) {
  if (day.current) return Ink::on_accent;
  return day.tone == view::Tone::danger ? Ink::danger : Ink::text;
}

// A holiday has a dot besides its colour, today a frame.
void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Node& day = *piece.node;
  const Rect& r = piece.rect;
  if (day.current) painter.fill(r, colours.accent, tokens::radius_control);
  if (!day.current && painter.hovered(day)) painter.fill(r, colours.accent_tint, tokens::radius_control);
  if (day.required) painter.border(r, colours.accent, 2, tokens::radius_control);
  if (day.tone != view::Tone::danger) return;
  painter.disc(r.x + r.width / 2, r.y + r.height - 6, 2, colour_of(ink_of_day(day), colours));
}

}  // namespace

float arrange_calendar(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  const float width = area.width / static_cast<float>(week);
  const Setting header{tokens::small, Ink::muted, Align::centre};
  float height = 0;
  for (std::size_t i = 0; i < node.columns.size(); ++i) {
    const Area cell = to.flow.part(area, width * static_cast<float>(i), width);
    height = to.words(node, node.id + "-w" + std::to_string(i), node.columns[i].substr(0, letter), header, cell);
  }
  area.y += height;
  const auto before = static_cast<std::size_t>(node.level);
  for (std::size_t at = before; at < before + node.children.size(); ++at) {
    const Node& day = node.children[at - before];
    Area cell = to.flow.part(area, width * static_cast<float>(at % week), width);
    const Setting setting{tokens::body, ink_of_day(day), Align::centre};
    height = to.words_height(day.text, setting, width) + 2 * padding_block;
    const Rect box{cell.x, cell.y, cell.width, height};
    to.shape(day, paint, 0, box);
    cell.y += padding_block;
    to.words_in(day, day.id, day.text, setting, cell, box);
    if (at % week == week - 1 || at + 1 == before + node.children.size()) area.y += height;
  }
  return area.y - top;
}

}  // namespace hamandish::web

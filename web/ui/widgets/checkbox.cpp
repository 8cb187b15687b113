#include "shared/view/builder.h"
#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float box_size = 24;
constexpr float box_top = 10;
constexpr float indent = 36;
constexpr float toggle_width = 44;
constexpr float label_padding = 6.5F;
constexpr float radius = 4;

std::uint32_t line_colour(const Palette& colours, const Node& node, bool checked) {
  if (!node.error.empty()) return colours.danger;
  return checked ? colours.accent : colours.control;
}

void paint_box(Painter& painter, const Rect& r, const Node& node, bool checked) {
  const Palette& colours = painter.colours();
  painter.fill(r, checked ? colours.accent : colours.surface, radius);
  painter.border(r, line_colour(colours, node, checked), painter.hovered(node) ? 2 : 1, radius);
  if (!checked) return;
  painter.stroke({{r.x + 5.5F, r.y + 12.5F}, {r.x + 10, r.y + 17}, {r.x + 18.5F, r.y + 7.5F}}, colours.on_accent, 2.5F);
}

float box_width(const Node& node) {
  return node.kind == view::Kind::toggle ? toggle_width : box_size;
}

// Where its knob stands says it, not the colour alone: at the start off, at the end on.
void paint_toggle(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Node& node = *piece.node;
  const Rect& r = piece.rect;
  const bool on = painter.checked(node, {}, node.checked);
  painter.fill(r, on ? colours.accent : colours.surface, box_size / 2);
  painter.border(r, line_colour(colours, node, on), painter.hovered(node) ? 2 : 1, box_size / 2);
  const float x = painter.flow.x({r.x, r.y, r.width}, on ? toggle_width - box_size / 2 : box_size / 2, 0);
  painter.disc(x, r.y + box_size / 2, 8, on ? colours.on_accent : colours.control);
}

void paint_check(Painter& painter, const Piece& piece) {
  if (piece.node->kind == view::Kind::toggle) return paint_toggle(painter, piece);
  paint_box(painter, piece.rect, *piece.node, painter.checked(*piece.node, {}, piece.node->checked));
}

// part: the number of the option.
void paint_radio(Painter& painter, const Piece& piece) {
  const Node& node = *piece.node;
  const auto index = static_cast<std::size_t>(piece.part);
  const std::string part = index == 0 ? "" : "-" + std::to_string(index);  // as view::option_id()
  const bool checked = painter.checked(node, part, node.options[index].value == node.value);
  const Palette& colours = painter.colours();
  const Rect& r = piece.rect;
  painter.fill(r, colours.surface, box_size / 2);
  painter.border(r, line_colour(colours, node, checked), painter.hovered(node, part) ? 2 : 1, box_size / 2);
  if (checked) painter.disc(r.x + box_size / 2, r.y + box_size / 2, 7, colours.accent);
}

}  // namespace

Area arrange_tick(Composer& to, const Node& node, const std::string& id, std::string_view label, Area area) {
  const float width = box_width(node);
  Area inner = to.flow.inset(area, width + indent - box_size, 0);
  const float top = inner.y;
  // Of a group none of the choices is wrong, only that none was made.
  const bool wrong = !node.error.empty() && node.kind != view::Kind::radio_group;
  const Setting setting{tokens::body, wrong ? Ink::danger : Ink::text};
  to.place(id, {to.flow.x(area, 0, width), area.y + box_top, width, box_size});
  inner.y += label_padding;
  const float lines = to.words_height(label, setting, inner.width);
  const Rect box{inner.x, top, inner.width, lines + 2 * label_padding};
  to.words_in(node, id + "-label", label, setting, inner, box);
  inner.y = top + box.height;
  return inner;
}

float arrange_checkbox(Composer& to, const Node& node, Area area) {
  const float width = box_width(node);
  to.shape(node, paint_check, 0, {to.flow.x(area, 0, width), area.y + box_top, width, box_size});
  Area inner = arrange_tick(to, node, node.id, node.text, area);
  if (!node.help.empty()) {
    inner.y += tokens::field_gap;
    inner.y += to.words(node, node.id + "-help", node.help, {tokens::small, Ink::muted}, inner);
  }
  return arrange_field_error(to, node, inner).y - area.y;
}

float arrange_radio_group(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  area = arrange_field_head(to, node, area, "-legend");
  for (std::size_t i = 0; i < node.options.size(); ++i) {
    if (i > 0) area.y += tokens::field_gap;
    const Rect box{to.flow.x(area, 0, box_size), area.y + box_top, box_size, box_size};
    to.shape(node, paint_radio, static_cast<int>(i), box);
    area.y = arrange_tick(to, node, view::option_id(node, i), node.options[i].text, area).y;
  }
  return arrange_field_error(to, node, area).y - top;
}

float arrange_checkbox_group(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  area = arrange_field_head(to, node, area, "-legend");
  area.y += to.stack(node.children, area, tokens::field_gap);
  return arrange_field_error(to, node, area).y - top;
}

// In a row of a table: wide enough for a finger where rows are cards.
float arrange_pick(Composer& to, const Node& node, Area area) {
  const float padding = to.page_width() < tokens::cards_below ? 10 : 3.5F;
  const Rect target{to.flow.x(area, 0, box_size + 20), area.y, box_size + 20, box_size + 2 * padding};
  const Rect box{target.x + 10, target.y + padding, box_size, box_size};
  to.shape(node, paint_check, 0, box);
  to.place(node.id + "-pick", target);
  to.place(node.id, box);
  return target.height;
}

float width_pick(Composer& /*to*/, const Node& /*node*/, float /*most*/) {
  return box_size + 20;
}

}  // namespace hamandish::web

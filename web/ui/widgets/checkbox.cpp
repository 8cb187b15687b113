#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float box_size = 24;
constexpr float box_top = 10;
constexpr float indent = 36;
constexpr float label_padding = 6.5F;
constexpr float radius = 4;

void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Rect& r = piece.rect;
  const auto found = painter.state().checked.find(piece.node->id);
  const bool checked = found == painter.state().checked.end() ? piece.node->checked : found->second;
  painter.fill(r, checked ? colours.accent : colours.surface, radius);
  const bool wrong = !piece.node->error.empty();
  const std::uint32_t line = wrong ? colours.danger : checked ? colours.accent : colours.control;
  painter.border(r, line, painter.hovered(*piece.node) ? 2 : 1, radius);
  if (!checked) return;
  painter.stroke({{r.x + 5.5F, r.y + 12.5F}, {r.x + 10, r.y + 17}, {r.x + 18.5F, r.y + 7.5F}}, colours.on_accent, 2.5F);
}

}  // namespace

float arrange_checkbox(Composer& to, const Node& node, Area area) {
  const Rect box{to.flow.x(area, 0, box_size), area.y + box_top, box_size, box_size};
  to.shape(node, paint, 0, box);
  to.place(node.id, box);
  Area inner = to.flow.inset(area, indent, 0);
  const float top = inner.y;
  const Setting setting{tokens::body, node.error.empty() ? Ink::text : Ink::danger};
  inner.y += label_padding;
  const float lines = to.words_height(node.text, setting, inner.width);
  const Rect label{inner.x, top, inner.width, lines + 2 * label_padding};
  to.words_in(node, node.id + "-label", node.text, setting, inner, label);
  inner.y = top + label.height;
  if (!node.help.empty()) {
    inner.y += tokens::field_gap;
    inner.y += to.words(node, node.id + "-help", node.help, {tokens::small, Ink::muted}, inner);
  }
  return arrange_field_error(to, node, inner).y - area.y;
}

}  // namespace hamandish::web

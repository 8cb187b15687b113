#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float gap = 8;

void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Node& node = *piece.node;
  const bool hovered = painter.hovered(node);
  painter.fill(piece.rect, hovered ? colours.accent_tint : colours.surface, tokens::radius_control);
  const bool wrong = !node.error.empty();
  painter.border(piece.rect, wrong ? colours.danger : colours.control, wrong ? 2 : 1, tokens::radius_control);
}

}  // namespace

float arrange_file_field(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  const Setting setting{tokens::body, Ink::accent, Align::centre};
  const float padding = 2 * tokens::button_padding;
  const float width = to.words_width(node.text, setting, area.width - padding) + padding;
  Area button = to.flow.part(area, 0, width);
  const float height = to.words_height(node.text, setting, width - padding) + 17;
  const Rect box{button.x, button.y, width, height};
  to.shape(node, paint, 0, box);
  button = to.flow.inset(button, tokens::button_padding, tokens::button_padding);
  button.y += 8.5F;
  to.words_in(node, node.id + "-label", node.text, setting, button, box);
  // The input itself, invisible, fills the rest of the line (as CSS has it); its focus shows on the button.
  const Area rest = to.flow.inset(area, width + gap, 0);
  to.place(node.id, {rest.x, rest.y, rest.width, height});
  to.ring(node.id, box);
  area.y += height;
  if (!node.help.empty()) {
    area.y += gap;
    area.y += to.words(node, node.id + "-help", node.help, {tokens::small, Ink::muted}, area);
  }
  if (!node.children.empty()) {
    area.y += gap;
    area.y += to.stack(node.children, area, gap);
  }
  return arrange_field_error(to, node, area).y - top;
}

}  // namespace hamandish::web

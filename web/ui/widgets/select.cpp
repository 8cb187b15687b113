#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

const std::string& shown_text(const Node& node, const std::string& value) {
  for (const view::Option& option : node.options) {
    if (option.value == value) return option.text;
  }
  static const std::string nothing;
  return node.options.empty() ? nothing : node.options.front().text;
}

void paint(Painter& painter, const Piece& piece) {
  paint_frame(painter, piece);
  const Rect& r = piece.rect;
  const Palette& colours = painter.colours();
  const float line = painter.scaled(tokens::body).line;
  const Area inner{r.x, r.y + (r.height - line) / 2, r.width};
  const Area words = painter.flow.inset(inner, tokens::control_padding, 40);
  painter.text(shown_text(*piece.node, painter.value_of(*piece.node)), {words.x, words.y, words.width, line},
               tokens::body, piece.node->disabled ? colours.muted : colours.text, false, true);
  const float x = painter.flow.x({r.x, r.y, r.width}, r.width - 28, 12);
  const float y = r.y + r.height / 2;
  painter.stroke({{x, y - 3}, {x + 6, y + 3}, {x + 12, y - 3}}, colours.text, 2);
}

}  // namespace

float arrange_select(Composer& to, const Node& node, Area area) {
  Area below = arrange_field_head(to, node, area);
  const Area control = arrange_tool(to, node, below);
  const Rect box{control.x, control.y, control.width, to.control_height()};
  to.shape(node, paint, 0, box);
  to.place(node.id, box);
  below.y += box.height;
  return arrange_field_error(to, node, below).y - area.y;
}

}  // namespace hamandish::web

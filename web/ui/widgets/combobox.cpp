#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float padding_block = 6.5F;

void paint_input(Painter& painter, const Piece& piece) {
  paint_frame(painter, piece);
  paint_value(painter, piece, true);
}

// part: the number of the option. The active one is tinted and has a bar at its start.
void paint_option(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const bool active = piece.part == piece.node->level;
  if (!active && !painter.hovered(*piece.node, "-o" + std::to_string(piece.part))) return;
  painter.fill(piece.rect, colours.accent_tint, tokens::radius_control);
  if (active) painter.fill(painter.flow.start_strip(piece.rect, 4), colours.accent, 2);
}

}  // namespace

float arrange_combobox(Composer& to, const Node& node, Area area) {
  Area below = arrange_field_head(to, node, area);
  const Rect box{below.x, below.y, below.width, to.control_height()};
  to.shape(node, paint_input, 0, box);
  to.place(node.id, box);
  below.y += box.height + tokens::field_gap;
  const Setting setting{tokens::body, Ink::text};
  for (std::size_t i = 0; i < node.options.size(); ++i) {
    Area words = to.flow.inset(below, tokens::control_padding, tokens::control_padding);
    words.y += padding_block;
    const float height = to.words_height(node.options[i].text, setting, words.width) + 2 * padding_block;
    const Rect option{below.x, below.y, below.width, height};
    to.shape(node, paint_option, static_cast<int>(i), option);
    to.words_in(node, node.id + "-o" + std::to_string(i), node.options[i].text, setting, words, option);
    below.y += height;
  }
  return below.y - area.y;
}

}  // namespace hamandish::web

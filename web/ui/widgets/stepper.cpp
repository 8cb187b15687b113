#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float gap = 8;
constexpr float text_top = 12;

// Where one is, the line is twice as thick; what is to come has a line of another colour.
void paint(Painter& painter, const Piece& piece) {
  const Node& step = *piece.node;
  const Rect& r = piece.rect;
  const bool reached = step.checked || step.current;
  const float thick = step.current ? 8 : 4;
  painter.fill({r.x, r.y, r.width, thick}, reached ? painter.colours().accent : painter.colours().control, 2);
}

}  // namespace

float arrange_stepper(Composer& to, const Node& node, Area area) {
  const float count = static_cast<float>(std::max<std::size_t>(1, node.children.size()));
  const float width = (area.width - gap * (count - 1)) / count;
  float offset = 0;
  float tallest = 0;
  for (const Node& step : node.children) {
    Area own = to.flow.part(area, offset, width);
    to.shape(step, paint, 0, {own.x, own.y, own.width, text_top});
    own.y += text_top;
    const Ink ink = step.current ? Ink::accent : Ink::text;
    tallest = std::max(tallest, to.words(step, step.id + "-text", step.text, {tokens::small, ink}, own));
    offset += width + gap;
  }
  return text_top + tallest;
}

}  // namespace hamandish::web

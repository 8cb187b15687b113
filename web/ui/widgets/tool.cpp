#include "shared/view/builder.h"
#include "web/ui/widgets/field.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float width = 48;
constexpr float gap = 8;

// A leaf of a calendar for a date, a magnifying glass for a list.
void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Rect& r = piece.rect;
  const bool hovered = painter.hovered(*piece.node, "-tool");
  painter.fill(r, colours.surface, tokens::radius_control);
  painter.border(r, hovered ? colours.accent : colours.control, hovered ? 2 : 1, tokens::radius_control);
  const float x = r.x + r.width / 2;
  const float y = r.y + r.height / 2;
  if (piece.node->kind == view::Kind::select) {
    painter.arc(x - 2, y - 2, 6, 0, 1, colours.accent, 2);
    painter.stroke({{x + 2.5F, y + 2.5F}, {x + 8, y + 8}}, colours.accent, 2);
    return;
  }
  painter.border({x - 9, y - 8, 18, 17}, colours.accent, 2, 3);
  painter.fill({x - 9, y - 4, 18, 2}, colours.accent);
  painter.fill({x - 5, y - 11, 2, 5}, colours.accent);
  painter.fill({x + 3, y - 11, 2, 5}, colours.accent);
}

}  // namespace

Area arrange_tool(Composer& to, const Node& field, Area area) {
  if (!view::has_tool(field)) return area;
  const Area button = to.flow.part(area, area.width - width, width);
  const Rect box{button.x, button.y, width, to.control_height()};
  to.shape(field, paint, 0, box);
  to.place(field.id + "-tool", box);
  return to.flow.inset(area, 0, width + gap);
}

}  // namespace hamandish::web

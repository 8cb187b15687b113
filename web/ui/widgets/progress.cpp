#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float bar_height = 8;
constexpr float radius = 4;

// "0".."100"; anything else counts as nothing done.
float share_done(const std::string& value) {
  float percent = 0;
  for (const char c : value) {
    if (c < '0' || c > '9' || percent > 100) return 0;
    percent = percent * 10 + static_cast<float>(c - '0');
  }
  return percent > 100 ? 1 : percent / 100;
}

void paint(Painter& painter, const Piece& piece) {
  const Rect& r = piece.rect;
  painter.fill(r, painter.colours().track, radius);
  painter.border(r, painter.colours().line, 1, radius);
  const float done = r.width * share_done(piece.node->value);
  if (done >= 1) painter.fill(painter.flow.start_strip(r, done), painter.colours().accent, radius);
}

}  // namespace

float arrange_progress(Composer& to, const Node& node, Area area) {
  const float lines = to.words(node, node.id + "-text", node.text, {tokens::small, Ink::text}, area);
  const Rect bar{area.x, area.y + lines + 8, area.width, bar_height};
  to.shape(node, paint, 0, bar);
  to.place(node.id + "-bar", bar);
  return lines + 8 + bar_height;
}

}  // namespace hamandish::web

#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float widest = 360;
constexpr float player = 54;

}  // namespace

// The browser draws its own player: its controls are known to the person, and to their screen reader.
float arrange_audio(Composer& to, const Node& node, Area area) {
  area = to.flow.part(area, 0, std::min(area.width, widest));
  const float lines = to.words(node, node.id + "-text", node.text, {tokens::small, Ink::muted}, area);
  to.place(node.id, {area.x, area.y + lines + 4, area.width, player});
  return lines + 4 + player;
}

}  // namespace hamandish::web

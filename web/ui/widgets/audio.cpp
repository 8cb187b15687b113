#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float widest = 360;
constexpr float player = 54;
constexpr float wave = 64;

}  // namespace

// The browser draws its own player: its controls are known to the person, and to their screen reader.
float arrange_audio(Composer& to, const Node& node, Area area) {
  area = to.flow.part(area, 0, std::min(area.width, widest));
  const float lines = to.words(node, node.id + "-text", node.text, {tokens::small, Ink::muted}, area);
  float top = lines + 4;
  if (!node.value.empty()) {
    to.place(node.id + "-wave", {area.x, area.y + top, area.width, wave});
    top += wave + 4;
  }
  to.place(node.id, {area.x, area.y + top, area.width, player});
  return top + player;
}

}  // namespace hamandish::web

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_item(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  const auto line = [&](const char* suffix, const std::string& text, const Setting& setting) {
    if (text.empty()) return;
    if (area.y > top) area.y += 4;
    area.y += to.words(node, node.id + suffix, text, setting, area);
  };
  line("-text", node.text, {tokens::body, ink_of(node.tone)});
  line("-note", node.note, {tokens::small, Ink::muted});
  line("-value", node.value, {tokens::body, Ink::text});
  line("-error", node.error, {tokens::small, Ink::danger});
  if (area.y > top && !node.children.empty()) area.y += 4;
  area.y += to.stack(node.children, area, 4);
  return area.y - top;
}

}  // namespace hamandish::web

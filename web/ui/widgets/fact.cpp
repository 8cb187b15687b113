#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float gap = 16;
constexpr float target_padding = 6.5F;

// Side by side; the term's lines are as high as the description's, so that both stand on one line.
float arrange_beside(Composer& to, const Node& node, const Setting& setting, Area area) {
  Setting term{tokens::small, Ink::muted};
  term.style.line = tokens::body.line;
  const float width = tokens::term_width;
  const float first = to.words(node, node.id + "-term", node.text, term, to.flow.part(area, 0, width));
  return std::max(first, to.words(node, node.id, node.value, setting, to.flow.inset(area, width + gap, 0)));
}

}  // namespace

float arrange_fact(Composer& to, const Node& node, Area area) {
  Setting setting;
  setting.ltr = node.ltr;
  if (!node.target.empty()) {
    setting.ink = Ink::accent;
    setting.underline = true;
  }
  if (!to.phone()) return arrange_beside(to, node, setting, area);
  const float term = to.words(node, node.id + "-term", node.text, {tokens::small, Ink::muted}, area);
  area.y += term;
  if (node.target.empty()) return term + to.words(node, node.id, node.value, setting, area);
  // A finger's target of 44; what is below the words lies in the gap to the next fact.
  const float height = target_padding + to.words_height(node.value, setting, area.width);
  const Rect box{area.x, area.y, area.width, height + target_padding};
  area.y += target_padding;
  to.words_in(node, node.id, node.value, setting, area, box);
  return term + height;
}

}  // namespace hamandish::web

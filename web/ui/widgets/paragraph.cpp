#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

Setting setting_of(const Composer& to, const Node& node) {
  Setting setting;
  setting.style = to.paragraph_style;
  setting.ink = ink_of(node.tone);
  setting.ltr = node.ltr;
  if (to.link_place == LinkPlace::page) setting.align = Align::centre;
  return setting;
}

}  // namespace

float arrange_paragraph(Composer& to, const Node& node, Area area) {
  if (node.text.empty()) return 0;
  const Setting setting = setting_of(to, node);
  const float padding = to.paragraph_padding;
  const Rect box{area.x, area.y, area.width, to.words_height(node.text, setting, area.width) + 2 * padding};
  area.y += padding;
  if (to.link_place == LinkPlace::page) area = to.flow.inset(area, 14, 14);
  to.words_in(node, node.id, node.text, setting, area, box);
  return box.height;
}

float width_paragraph(Composer& to, const Node& node, float most) {
  const float width = to.words_width(node.text, setting_of(to, node), most);
  // Between the links of a pagination: as wide as one of them.
  return to.link_place == LinkPlace::page ? std::max(width + 28, 44.0F) : width;
}

}  // namespace hamandish::web

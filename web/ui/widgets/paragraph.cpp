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
  return setting;
}

}  // namespace

float arrange_paragraph(Composer& to, const Node& node, Area area) {
  if (node.text.empty()) return 0;
  const Setting setting = setting_of(to, node);
  const float padding = to.paragraph_padding;
  const Rect box{area.x, area.y, area.width, to.words_height(node.text, setting, area.width) + 2 * padding};
  area.y += padding;
  to.words_in(node, node.id, node.text, setting, area, box);
  return box.height;
}

float width_paragraph(Composer& to, const Node& node, float most) {
  return to.words_width(node.text, setting_of(to, node), most);
}

}  // namespace hamandish::web

#include <algorithm>
#include <span>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

float arrange_columns(Composer& to, const Node& node, Area area) {
  const std::span<const Node> all(node.children);
  const auto first = all.first(static_cast<std::size_t>(std::clamp(node.level, 0, static_cast<int>(all.size()))));
  const auto second = all.subspan(first.size());
  if (to.page_width() < tokens::wide_from) {
    const float above = to.stack(first, area, tokens::main_gap) + tokens::main_gap;
    area.y += above;
    return above + to.stack(second, area, tokens::main_gap);
  }
  const float width = (area.width - tokens::columns_gap) / 2;
  return std::max(to.stack(first, to.flow.part(area, 0, width), tokens::main_gap),
                  to.stack(second, to.flow.part(area, width + tokens::columns_gap, width), tokens::main_gap));
}

}  // namespace hamandish::web

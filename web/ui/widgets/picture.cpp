#include <algorithm>
#include <charconv>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float widest = 360;
constexpr float height = 240;
constexpr float widest_of_all = 640;

void paint(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().surface, tokens::radius_control);
  painter.border(piece.rect, painter.colours().line, 1, tokens::radius_control);
}

// Height to width of «640x480»; 0 for anything else.
float ratio_of(const std::string& size) {
  int wide = 0;
  int high = 0;
  const char* const end = size.data() + size.size();
  const auto [cross, problem] = std::from_chars(size.data(), end, wide);
  if (problem != std::errc{} || cross == end || wide <= 0) return 0;
  std::from_chars(cross + 1, end, high);
  return static_cast<float>(high) / static_cast<float>(wide);
}

}  // namespace

// The browser draws the image itself, over its frame.
float arrange_picture(Composer& to, const Node& node, Area area) {
  const float ratio = ratio_of(node.value);
  area = to.flow.part(area, 0, std::min(area.width, ratio > 0 ? widest_of_all : widest));
  const Rect box{area.x, area.y, area.width, ratio > 0 ? area.width * ratio : height};
  to.shape(node, paint, 0, box);
  to.place(node.id, box);
  if (node.note.empty()) return box.height;
  area.y += box.height + 4;
  return box.height + 4 + to.words(node, node.id + "-note", node.note, {tokens::small, Ink::muted}, area);
}

}  // namespace hamandish::web

#include <algorithm>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float gap = 16;
constexpr float padding = 16;

void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const bool hovered = painter.hovered(*piece.node);
  painter.fill(piece.rect, hovered ? colours.accent_tint : colours.surface, tokens::radius_card);
  painter.border(piece.rect, hovered ? colours.accent : colours.line, 1, tokens::radius_card);
}

// The ground gets its height when its neighbours are known.
float arrange_tile(Composer& to, const Node& link, Area area, std::size_t& ground, std::size_t& box) {
  ground = to.shape(link, paint, 0, {});
  box = to.placements.size();
  to.place(link.id, {});
  Area inner = to.flow.inset(area, padding, padding);
  inner.y += padding;
  inner.y += to.words(link, link.id + "-text", link.text, {tokens::headings[2], Ink::accent}, inner);
  if (!link.note.empty()) {
    inner.y += 4;
    inner.y += to.words(link, link.id + "-note", link.note, {tokens::small, Ink::muted}, inner);
  }
  return inner.y + padding - area.y;
}

int columns_for(float page_width) {
  if (page_width < tokens::phone_below) return 1;
  return page_width < tokens::wide_from ? 2 : 3;
}

struct Tile {
  std::size_t ground = 0;
  std::size_t box = 0;
  Area area;
};

void stretch(Composer& to, const std::vector<Tile>& line, float height) {
  for (const Tile& tile : line) {
    const Rect rect{tile.area.x, tile.area.y, tile.area.width, height};
    to.set_rect(tile.ground, rect);
    to.set_placement(tile.box, rect);
  }
}

}  // namespace

float arrange_link_grid(Composer& to, const Node& node, Area area) {
  const int columns = columns_for(to.page_width());
  const float width = (area.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float top = area.y;
  for (std::size_t first = 0; first < node.children.size();) {
    if (first > 0) area.y += gap;
    std::vector<Tile> line;
    float height = 0;
    for (int column = 0; column < columns && first < node.children.size(); ++column, ++first) {
      Tile tile;
      tile.area = to.flow.part(area, static_cast<float>(column) * (width + gap), width);
      height = std::max(height, arrange_tile(to, node.children[first], tile.area, tile.ground, tile.box));
      line.push_back(tile);
    }
    stretch(to, line, height);
    area.y += height;
  }
  return area.y - top;
}

}  // namespace hamandish::web

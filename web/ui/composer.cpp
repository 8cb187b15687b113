#include "web/ui/composer.h"

#include <algorithm>
#include <cmath>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Kind;
using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float unlimited = 1e6F;

bool takes_part(const Node& node) {
  if (node.kind == Kind::live_region) return !node.quiet;
  return node.kind != Kind::hidden && node.kind != Kind::skip_link && node.kind != Kind::dialog;
}

}  // namespace

Composer::Composer(text::LayoutCache& texts, const Known& known, float text_scale, float page_width, float least_height)
    : texts_(texts), known_(known), text_scale_(text_scale), page_width_(page_width), least_height_(least_height) {}

Area Composer::container(float y) const {
  const float padding = phone() ? tokens::padding_phone : tokens::padding_wide;
  const float width = std::min(page_width_ - 2 * padding, tokens::container_max);
  return {(page_width_ - width) / 2, y, width};
}

float Composer::field_height(const std::string& id, float own) const {
  const auto found = known_.heights.find(id);
  return found == known_.heights.end() || found->second <= own ? own : found->second;
}

float Composer::control_height(int lines) const {
  constexpr float around = 17;  // padding and border
  return std::max(tokens::control_height, static_cast<float>(lines) * scaled(tokens::body).line + around);
}

bool Composer::is_open(const Node& disclosure) const {
  return known_.open ? known_.open->contains(disclosure.id) : disclosure.checked;
}

float Composer::block(const Node& node, Area area) {
  const Widget& widget = widget_of(node.kind);
  if (widget.arrange == nullptr) return 0;
  if (!widget.full_width) area = flow.part(area, 0, std::min(area.width, tokens::column_max));
  return widget.arrange(*this, node, area);
}

float Composer::stack(std::span<const Node> children, Area area, float gap) {
  const float top = area.y;
  bool first = true;
  for (const Node& child : children) {
    if (child.kind == Kind::dialog) dialog = &child;
    if (!takes_part(child)) continue;
    if (!first) area.y += gap;
    first = false;
    area.y += block(child, area);
  }
  return area.y - top;
}

float Composer::row(std::span<const Node> children, Area area, float gap) {
  const float top = area.y;
  float offset = 0;
  float tallest = 0;
  for (const Node& child : children) {
    if (!takes_part(child)) continue;
    const float wanted = width(child, area.width);
    if (offset > 0 && offset + wanted > area.width + 1.0F / 1024) {
      area.y += tallest + gap;
      offset = tallest = 0;
    }
    tallest = std::max(tallest, block(child, flow.part(area, offset, wanted)));
    offset += wanted + gap;
  }
  return area.y + tallest - top;
}

float Composer::width(const Node& node, float most) {
  const Widget& widget = widget_of(node.kind);
  return widget.width == nullptr ? most : std::min(most, widget.width(*this, node, most));
}

const text::Layout& Composer::layout(std::string_view text, const Setting& setting, float width) {
  const text::Direction direction = setting.ltr ? text::Direction::ltr : text::Direction::rtl;
  return texts_.get(text, scaled(setting.style).size, width, direction, most_lines);
}

float Composer::words_width(std::string_view text, const Setting& setting, float most) {
  // Browsers count in 1/64 px and round a text's own width up (Chromium's LayoutUnit): the same here, or a full row
  // would wrap there and not here.
  constexpr float unit = 64;
  return std::min(most, std::ceil(layout(text, setting, unlimited).width * unit) / unit);
}

float Composer::words_height(std::string_view text, const Setting& setting, float width) {
  return text.empty() ? 0 : scaled(setting.style).line * static_cast<float>(layout(text, setting, width).lines.size());
}

float Composer::words(const Node& node, std::string_view id, std::string_view text, const Setting& setting, Area area) {
  if (text.empty()) return 0;
  const float height = words_height(text, setting, area.width);
  return words_in(node, id, text, setting, area, {area.x, area.y, area.width, height});
}

float Composer::words_in(const Node& node, std::string_view id, std::string_view text, const Setting& setting,
                         Area area, const Rect& box) {
  const text::Layout& lines = layout(text, setting, area.width);
  const tokens::TextStyle style = scaled(setting.style);
  const float height = style.line * static_cast<float>(lines.lines.size());
  Piece piece;
  piece.node = &node;
  piece.rect = {area.x, area.y, area.width, height};
  piece.words = &lines;
  piece.style = style;
  piece.ink = setting.ink;
  piece.align = setting.align;
  piece.underline = setting.underline;
  piece.layer = layer;
  pieces.push_back(piece);
  if (id.empty()) return height;
  place(id, box);
  Placement& placement = placements.back();
  placement.font_size = style.size;
  placement.line_height = style.line;
  placement.centred = setting.align == Align::centre;
  const float offset = placement.centred ? (area.width - lines.width) / 2 : 0;
  placement.text_x = flow.x(area, offset, lines.width);
  placement.text_y = area.y;
  placement.text_width = lines.width;
  for (std::size_t i = 1; i < lines.lines.size(); ++i) placement.line_breaks.push_back(lines.lines[i].utf16_begin);
  return height;
}

std::size_t Composer::shape(const Node& node, Paint paint, int part, const Rect& rect) {
  Piece piece;
  piece.node = &node;
  piece.rect = rect;
  piece.paint = paint;
  piece.part = part;
  piece.layer = layer;
  pieces.push_back(piece);
  return pieces.size() - 1;
}

void Composer::set_rect(std::size_t shape, const Rect& rect) {
  pieces[shape].rect = rect;
}

void Composer::place(std::string_view id, const Rect& rect) {
  if (id.empty()) return;
  placements.emplace_back().element_id = id;
  set_placement(placements.size() - 1, rect);
}

void Composer::ring(std::string_view id, const Rect& rect) {
  rings.emplace(id, rect);
}

void Composer::shift(std::size_t from_piece, std::size_t from_placement, float distance) {
  for (std::size_t i = from_piece; i < pieces.size(); ++i) pieces[i].rect.y += distance;
  for (std::size_t i = from_placement; i < placements.size(); ++i) {
    placements[i].y += distance;
    placements[i].text_y += distance;
  }
}

void Composer::set_placement(std::size_t placement, const Rect& rect) {
  Placement& set = placements[placement];
  set.x = rect.x;
  set.y = rect.y;
  set.width = rect.width;
  set.height = rect.height;
}

}  // namespace hamandish::web

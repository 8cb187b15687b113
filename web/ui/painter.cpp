#include "web/ui/painter.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "web/platform/baseline.h"
#include "web/text/font.h"

namespace hamandish::web {
namespace {

constexpr int boxes = 0;  // layers of the draw list
constexpr int texts = 1;
constexpr float underline_offset = 6;  // CSS pixels below the baseline, as style.css has it

// Whether this is the id of the node with `part` behind it; painting makes no strings.
bool is_id(std::string_view id, const view::Node& node, std::string_view part) {
  return !node.id.empty() && id.size() == node.id.size() + part.size() && id.starts_with(node.id) && id.ends_with(part);
}

ImU32 packed(std::uint32_t rgb) {
  return IM_COL32(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 255);
}

// Texture ids are platform::Texture; the coverage sheet, 0, is what the draw list begins with.
// NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui carries a texture id as a pointer
ImTextureID const colour_sheet = reinterpret_cast<ImTextureID>(std::uintptr_t{1});

}  // namespace

float Baselines::of(view::tokens::TextStyle style, float dpr) {
  if (dpr != dpr_) known_.clear();
  dpr_ = dpr;
  const std::pair<float, float> key(style.size, style.line);
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  const float asked = platform::browser_baseline(style.size, style.line);
  if (asked < 0) return font_.baseline(style.size, style.line);
  known_.emplace(key, asked);
  return asked;
}

bool Painter::hovered(const view::Node& node, std::string_view part) const {
  return is_id(state().hover, node, part);
}

bool Painter::checked(const view::Node& node, std::string_view part, bool own) const {
  for (const auto& [id, checked] : state().checked) {
    if (is_id(id, node, part)) return checked;
  }
  return own;
}

bool Painter::focused(const view::Node& node) const {
  return !node.id.empty() && state().focus == node.id;
}

const std::string& Painter::value_of(const view::Node& field) const {
  const auto found = state().values.find(field.id);
  return found == state().values.end() ? field.value : found->second;
}

Painter::DeviceRect Painter::snapped(const Rect& rect) const {
  const float dpr = context_.dpr;
  const float top = rect.y - context_.scroll_y;
  return {std::round(rect.x * dpr), std::round(top * dpr), std::round((rect.x + rect.width) * dpr),
          std::round((top + rect.height) * dpr)};
}

void Painter::layer(int index) {
  list_.ChannelsSetCurrent(2 * base_ + index);
}

void Painter::fill(const Rect& rect, std::uint32_t colour, float radius) {
  const DeviceRect r = snapped(rect);
  layer(boxes);
  list_.AddRectFilled({r.x0, r.y0}, {r.x1, r.y1}, packed(colour), radius * context_.dpr);
}

void Painter::veil(const Rect& rect) {
  const DeviceRect r = snapped(rect);
  layer(boxes);
  list_.AddRectFilled({r.x0, r.y0}, {r.x1, r.y1}, IM_COL32(0, 0, 0, 128));
}

void Painter::border(const Rect& rect, std::uint32_t colour, float thickness, float radius) {
  const DeviceRect r = snapped(rect);
  const float width = std::max(1.0F, std::floor(thickness * context_.dpr));
  const float half = width / 2;
  layer(boxes);
  // AddRect centres its line half a pixel inside the given corners.
  list_.AddRect({r.x0 + half - 0.5F, r.y0 + half - 0.5F}, {r.x1 - half + 0.5F, r.y1 - half + 0.5F}, packed(colour),
                std::max(0.0F, radius * context_.dpr - half), 0, width);
}

void Painter::disc(float x, float y, float radius, std::uint32_t colour) {
  const float dpr = context_.dpr;
  layer(boxes);
  list_.AddCircleFilled({x * dpr, (y - context_.scroll_y) * dpr}, radius * dpr, packed(colour));
}

void Painter::arc(float x, float y, float radius, float from, float to, std::uint32_t colour, float thickness) {
  constexpr float turn = 6.2831853F;
  const float dpr = context_.dpr;
  layer(boxes);
  list_.PathArcTo({x * dpr, (y - context_.scroll_y) * dpr}, radius * dpr, (from - 0.25F) * turn, (to - 0.25F) * turn);
  list_.PathStroke(packed(colour), 0, thickness * dpr);
}

void Painter::stroke(std::initializer_list<std::pair<float, float>> points, std::uint32_t colour, float thickness) {
  layer(boxes);
  for (const auto& [x, y] : points) {
    list_.PathLineTo({x * context_.dpr, (y - context_.scroll_y) * context_.dpr});
  }
  list_.PathStroke(packed(colour), 0, thickness * context_.dpr);
}

void Painter::glyph(const text::Layout& layout, const text::PlacedGlyph& glyph, float x, float baseline,
                    std::uint32_t colour) {
  const float device_size = layout.size * context_.dpr;
  const float pen = std::round((x + glyph.x * context_.dpr) * 4) / 4;
  const float whole = std::floor(pen);
  const text::Spot* spot = glyph.fallback
                               ? context_.atlas.cluster(layout.clusters[glyph.id], device_size, context_.fallback)
                               : context_.atlas.glyph(glyph.id, device_size, static_cast<int>((pen - whole) * 4));
  if (spot == nullptr) {
    overflowed_ = true;
    return;
  }
  if (spot->box.width == 0) return;
  const int sheet = spot->on_colour ? context_.atlas.colour()->size() : context_.atlas.coverage().size();
  const float unit = 1.0F / static_cast<float>(sheet);
  const auto left = whole + static_cast<float>(spot->left);
  const float top = std::round(baseline + glyph.y * context_.dpr) + static_cast<float>(spot->top);
  const auto& box = spot->box;
  if (spot->on_colour) list_.PushTextureID(colour_sheet);
  list_.PrimReserve(6, 4);
  list_.PrimRectUV({left, top}, {left + static_cast<float>(box.width), top + static_cast<float>(box.height)},
                   {static_cast<float>(box.x) * unit, static_cast<float>(box.y) * unit},
                   {static_cast<float>(box.x + box.width) * unit, static_cast<float>(box.y + box.height) * unit},
                   spot->coloured ? IM_COL32_WHITE : packed(colour));
  if (spot->on_colour) list_.PopTextureID();
}

void Painter::line(const text::Layout& layout, const text::Line& line, float x, float baseline, std::uint32_t colour) {
  for (std::uint32_t i = line.glyph_begin; i < line.glyph_end; ++i) {
    glyph(layout, layout.glyphs[i], x, baseline, colour);
  }
}

void Painter::words(const text::Layout& layout, const Rect& rect, view::tokens::TextStyle style, Align align,
                    std::uint32_t colour, bool underline) {
  const float dpr = context_.dpr;
  const float drop = context_.baselines.of(style, dpr) * dpr;
  float top = rect.y - context_.scroll_y;
  for (const text::Line& one : layout.lines) {
    const float offset = align == Align::centre ? (rect.width - one.width) / 2 : 0;
    const float x = flow.x({rect.x, rect.y, rect.width}, offset, one.width);
    layer(texts);
    const float baseline = std::round(top * dpr + drop);
    line(layout, one, x * dpr, baseline, colour);
    if (style.heft > 0) line(layout, one, (x + style.heft * style.size) * dpr, baseline, colour);
    if (underline) {
      fill({x, context_.scroll_y + baseline / dpr + underline_offset, one.width, 1}, colour);
    }
    top += style.line;
  }
}

void Painter::mark(const Piece& piece, const Mark& mark) {
  const float drop = context_.baselines.of(piece.style, context_.dpr);
  each_stretch(piece, mark.begin, mark.end, [&](const Rect& rect, std::uint32_t, std::uint32_t) {
    fill({rect.x, rect.y + 2, rect.width, rect.height - 4}, mark.tint, 3);
    const float below = mark.struck ? -piece.style.size * 0.3F : underline_offset;
    fill({rect.x, rect.y + drop + below, rect.width, 2}, mark.line);
  });
}

void Painter::part(const Piece& piece, const Part& part) {
  const float dpr = context_.dpr;
  const float drop = context_.baselines.of(piece.style, dpr);
  each_stretch(piece, part.begin, part.end, [&](const Rect& rect, std::uint32_t first, std::uint32_t last) {
    const float baseline = std::round((rect.y - context_.scroll_y + drop) * dpr);
    // Where the line of these glyphs begins.
    const float x = rect.x - piece.words->glyphs[first].x;
    layer(texts);
    for (std::uint32_t i = first; i < last; ++i) {
      glyph(*piece.words, piece.words->glyphs[i], x * dpr, baseline, part.colour);
      if (part.heft == 0) continue;
      glyph(*piece.words, piece.words->glyphs[i], (x + part.heft * piece.style.size) * dpr, baseline, part.colour);
    }
    if (part.underline) {
      fill({rect.x, context_.scroll_y + baseline / dpr + underline_offset, rect.width, 1}, part.colour);
    }
  });
}

void Painter::text(std::string_view text, const Rect& rect, view::tokens::TextStyle style, std::uint32_t colour,
                   bool ltr, bool one_line) {
  if (text.empty()) return;
  style = scaled(style);
  const text::Layout& lines = context_.texts.get(text, style.size, one_line ? 1e6F : rect.width,
                                                 ltr ? text::Direction::ltr : text::Direction::rtl);
  const DeviceRect r = snapped(rect);
  layer(texts);
  list_.PushClipRect({r.x0, r.y0}, {r.x1, r.y1}, true);
  words(lines, rect, style, Align::start, colour, false);
  list_.PopClipRect();
}

void Painter::piece(const Piece& piece) {
  set_layer(piece.layer);
  if (piece.paint != nullptr) {
    piece.paint(*this, piece);
    return;
  }
  words(*piece.words, piece.rect, piece.style, piece.align, colour_of(piece.ink, colours()),
        piece.underline && !hovered(*piece.node));
}

void Painter::selection() {
  for (const Rect& rect : state().selection) fill(rect, colours().selection);
}

void Painter::focus_ring(const Rect& rect) {
  namespace tokens = view::tokens;
  const float out = tokens::focus_ring_gap + tokens::focus_ring;
  border({rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out}, colours().accent,
         tokens::focus_ring, tokens::radius_control + out);
}

}  // namespace hamandish::web

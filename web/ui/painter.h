// Paints pieces into an ImGui draw list. Takes CSS pixels of the page, gives device pixels of the canvas: edges of
// boxes and baselines fall on whole device pixels, as browsers do it. Texts go to a layer above all boxes, the
// selection between.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/text/glyph_atlas.h"
#include "web/text/layout_cache.h"
#include "web/ui/flow.h"
#include "web/ui/piece.h"
#include "web/ui/theme.h"

struct ImDrawList;

namespace hamandish::web {

// What the browser has told (see Ui). Painting looks it up by the id of a piece's node.
struct LiveState {
  std::string hover;
  std::string focus;
  bool focus_ring = false;
  bool focus_is_input = false;
  std::map<std::string, std::string, std::less<>> values;
  std::map<std::string, bool, std::less<>> checked;
  std::vector<Rect> selection;
};

// Where the baseline stands in a line of a style, asked of the browser once for each style and pixel ratio.
class Baselines {
 public:
  explicit Baselines(const text::Font& font) : font_(font) {}
  // CSS pixels below the line's top.
  float of(view::tokens::TextStyle style, float dpr);

 private:
  const text::Font& font_;
  float dpr_ = 0;
  std::map<std::pair<float, float>, float> known_;
};

struct PaintContext {
  Baselines& baselines;
  text::GlyphAtlas& atlas;
  text::LayoutCache& texts;
  text::Fallback& fallback;
  const Palette& colours;
  const LiveState& state;
  float text_scale = 1;
  float scroll_y = 0;
  float dpr = 1;
};

class Painter {
 public:
  Painter(ImDrawList& list, const PaintContext& context) : list_(list), context_(context) {}

  const Flow flow{true};
  [[nodiscard]] const Palette& colours() const { return context_.colours; }
  [[nodiscard]] const LiveState& state() const { return context_.state; }
  [[nodiscard]] bool hovered(const view::Node& node) const { return hovered(node, {}); }
  // An element inside the node, named after it («-tool»).
  [[nodiscard]] bool hovered(const view::Node& node, std::string_view part) const;
  // Whether the box of the node, or the one named after it («-2»), is ticked now; `own`: as the view has it.
  [[nodiscard]] bool checked(const view::Node& node, std::string_view part, bool own) const;
  [[nodiscard]] bool focused(const view::Node& node) const;
  // What the field holds now, typed or from the view.
  [[nodiscard]] const std::string& value_of(const view::Node& field) const;

  void fill(const Rect& rect, std::uint32_t colour, float radius = 0);
  // The line lies inside the rectangle.
  void border(const Rect& rect, std::uint32_t colour, float thickness, float radius = 0);
  void disc(float x, float y, float radius, std::uint32_t colour);
  // Clockwise, angles in turns from the top.
  void arc(float x, float y, float radius, float from, float to, std::uint32_t colour, float thickness);
  void stroke(std::initializer_list<std::pair<float, float>> points, std::uint32_t colour, float thickness);
  // A laid-out text whose area is the rectangle.
  void words(const text::Layout& layout, const Rect& rect, view::tokens::TextStyle style, Align align,
             std::uint32_t colour, bool underline);
  // Behind the words of a piece: characters [begin, end) on a tint, struck out or underlined.
  struct Mark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t tint = 0;
    std::uint32_t line = 0;  // colours
    bool struck = false;
  };
  void mark(const Piece& piece, const Mark& mark);
  // Of the words of a piece the characters [begin, end) alone.
  struct Part {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t colour = 0;
    float heft = 0;  // see view::tokens::TextStyle
    bool underline = false;
  };
  void part(const Piece& piece, const Part& part);
  // The style at the size that the browser is set to; those of pieces are so already.
  [[nodiscard]] view::tokens::TextStyle scaled(view::tokens::TextStyle style) const {
    return {style.size * context_.text_scale, style.line * context_.text_scale, style.heft};
  }
  // A text that belongs to no layout of the page (the value of a field): as many lines as fit, cut at the rectangle.
  // `style` is scaled here.
  void text(std::string_view text, const Rect& rect, view::tokens::TextStyle style, std::uint32_t colour, bool ltr,
            bool one_line);

  // Darkens what was painted before on lower layers.
  void veil(const Rect& rect);

  void set_layer(std::uint8_t layer) { base_ = layer; }
  void piece(const Piece& piece);
  void selection();
  void focus_ring(const Rect& rect);
  // True if the atlas was full: the frame lacks glyphs and must be painted again with a fresh atlas.
  [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
  struct DeviceRect {
    float x0;
    float y0;
    float x1;
    float y1;
  };
  [[nodiscard]] DeviceRect snapped(const Rect& rect) const;
  void line(const text::Layout& layout, const text::Line& line, float x, float baseline, std::uint32_t colour);
  void glyph(const text::Layout& layout, const text::PlacedGlyph& glyph, float x, float baseline, std::uint32_t colour);
  void layer(int index);

  ImDrawList& list_;
  PaintContext context_;
  std::uint8_t base_ = 0;
  bool overflowed_ = false;
};

}  // namespace hamandish::web

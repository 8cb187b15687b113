// Pictures of glyphs, drawn once at device pixels and kept in two sheets that the GPU gets as textures: coverage (one
// byte a pixel, all our own glyphs) and colour (RGBA, what the browser drew for us: emoji). A glyph is drawn at four
// horizontal quarter-pixel positions, so that words keep their rhythm; vertically lines stand on whole pixels.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct stbrp_context;
struct stbrp_node;

namespace hamandish::text {

class Font;
class Fallback;

// One texture: its bytes and what of them has changed since the last upload.
class Sheet {
 public:
  Sheet(int size, int channels);
  ~Sheet();
  Sheet(Sheet&&) noexcept;
  Sheet& operator=(Sheet&&) noexcept;

  struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
  };
  // False if there is no room left.
  bool reserve(int width, int height, Box& box);
  std::uint8_t* at(int x, int y);
  void touch(const Box& box);
  void touch_all() { dirty_ = {0, 0, size_, size_}; }
  Box take_dirty();

  [[nodiscard]] int size() const { return size_; }
  [[nodiscard]] int channels() const { return channels_; }
  [[nodiscard]] const std::uint8_t* pixels() const { return pixels_.data(); }

 private:
  int size_;
  int channels_;
  std::vector<std::uint8_t> pixels_;
  std::unique_ptr<stbrp_context> packer_;
  std::vector<stbrp_node> nodes_;
  Box dirty_;
};

// Where a glyph's picture lies on its sheet and relative to the pen, device pixels. width 0: nothing to draw (a space).
struct Spot {
  Sheet::Box box;
  int left = 0;            // from the pen to the right
  int top = 0;             // from the baseline downwards (negative: above)
  bool coloured = false;   // keeps its own colours
  bool on_colour = false;  // lies on the colour sheet
};

class GlyphAtlas {
 public:
  explicit GlyphAtlas(const Font& font);

  // quarter: 0..3, the pen's position right of a whole pixel. nullptr: the sheet is full; clear() and paint again.
  const Spot* glyph(std::uint32_t id, float device_size, int quarter);
  const Spot* cluster(std::u32string_view cluster, float device_size, Fallback& fallback);
  // Forgets all pictures; bigger: on a larger sheet, when one picture of the page did not fit.
  void clear(bool bigger);
  void context_lost();

  Sheet& coverage() { return coverage_; }
  Sheet* colour() { return colour_.get(); }  // nullptr until needed
  [[nodiscard]] std::size_t drawn() const { return spots_.size() + clusters_.size(); }

 private:
  const Font& font_;
  Sheet coverage_;
  int colour_size_;
  std::unique_ptr<Sheet> colour_;
  std::unordered_map<std::uint64_t, Spot> spots_;
  std::unordered_map<std::u32string, Spot> clusters_;  // key: size in quarter pixels, then the cluster
  std::u32string key_;                                 // kept, so that looking up allocates nothing
};

}  // namespace hamandish::text

// Remembers shaped texts and their layouts, so that a text is shaped once for all sizes and widths, and laid out once
// for each. What has not been asked for during two generations (a generation is one layout of a page) is forgotten.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/text/layout.h"

namespace hamandish::text {

class LayoutCache {
 public:
  LayoutCache(const Font& font, Fallback& fallback);

  // Valid until the second next_generation() without asking for it again.
  const Layout& get(std::string_view text, float size, float max_width, Direction direction,
                    std::uint32_t max_lines = any_number_of_lines);
  void next_generation();

  [[nodiscard]] std::uint64_t shape_calls() const { return shaper_.calls(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Sized {
    float size;
    float max_width;
    std::uint32_t max_lines;
    std::unique_ptr<Layout> layout;
    std::uint64_t used;
  };
  struct Entry {
    ShapedText shaped;
    std::vector<Sized> layouts;
    std::uint64_t used = 0;
  };
  Entry& entry(std::string_view text, Direction direction);

  const Font& font_;
  Fallback& fallback_;
  Shaper shaper_;
  std::unordered_map<std::string, Entry> entries_;  // key: direction ('l', 'r') and text
  std::uint64_t generation_ = 0;
  std::string key_;  // of the entry asked for last: its room is used again, so that painting allocates nothing
};

}  // namespace hamandish::text

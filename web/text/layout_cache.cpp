#include "web/text/layout_cache.h"

#include "web/text/font.h"

namespace hamandish::text {

LayoutCache::LayoutCache(const Font& font, Fallback& fallback) : font_(font), fallback_(fallback), shaper_(font) {}

LayoutCache::Entry& LayoutCache::entry(std::string_view text, Direction direction) {
  key_.assign(1, direction == Direction::rtl ? 'r' : 'l');
  key_.append(text);
  auto place = entries_.find(key_);
  if (place == entries_.end()) {
    place = entries_.try_emplace(key_).first;
    place->second.shaped = shape_text(text, direction, font_, shaper_);
  }
  place->second.used = generation_;
  return place->second;
}

const Layout& LayoutCache::get(std::string_view text, float size, float max_width, Direction direction,
                               std::uint32_t max_lines) {
  Entry& found = entry(text, direction);
  for (Sized& sized : found.layouts) {
    if (sized.size != size || sized.max_width != max_width || sized.max_lines != max_lines) continue;
    sized.used = generation_;
    return *sized.layout;
  }
  found.layouts.push_back({size, max_width, max_lines,
                           std::make_unique<Layout>(lay_out(found.shaped, size, max_width, fallback_, max_lines)),
                           generation_});
  return *found.layouts.back().layout;
}

void LayoutCache::next_generation() {
  ++generation_;
  const auto old = [this](const auto& item) { return item.used + 1 < generation_; };
  for (auto place = entries_.begin(); place != entries_.end();) {
    std::erase_if(place->second.layouts, old);
    place = old(place->second) ? entries_.erase(place) : std::next(place);
  }
}

}  // namespace hamandish::text

#include "web/mirror/placements.h"

namespace hamandish::web {

PackedPlacements pack(std::span<const Placement> placements) {
  constexpr std::size_t kNumbersEach = 11;
  PackedPlacements packed;
  packed.numbers.reserve(placements.size() * kNumbersEach);
  for (const Placement& one : placements) {
    const float numbers[] = {one.x,
                             one.y,
                             one.width,
                             one.height,
                             one.font_size,
                             one.line_height,
                             one.text_x,
                             one.text_y,
                             one.text_width,
                             one.in_text   ? 2.0F
                             : one.centred ? 1.0F
                                           : 0.0F,
                             static_cast<float>(one.line_breaks.size())};
    packed.numbers.insert(packed.numbers.end(), std::begin(numbers), std::end(numbers));
    for (const std::uint32_t at : one.line_breaks) packed.numbers.push_back(static_cast<float>(at));
    if (!packed.ids.empty()) packed.ids += '\n';
    packed.ids += one.element_id;
  }
  return packed;
}

}  // namespace hamandish::web

#include "web/text/bidi.h"

#include <fribidi.h>

#include <algorithm>

#include "shared/text/utf8.h"

namespace hamandish::text {

std::vector<Level> bidi_levels(std::u32string_view paragraph, Direction base) {
  static_assert(sizeof(FriBidiChar) == sizeof(char32_t));
  const auto length = static_cast<FriBidiStrIndex>(paragraph.size());
  if (length == 0) return {};
  const auto* characters = reinterpret_cast<const FriBidiChar*>(paragraph.data());
  std::vector<FriBidiCharType> types(paragraph.size());
  std::vector<FriBidiBracketType> brackets(paragraph.size());
  std::vector<FriBidiLevel> found(paragraph.size());
  fribidi_get_bidi_types(characters, length, types.data());
  fribidi_get_bracket_types(characters, length, types.data(), brackets.data());
  FriBidiParType type = base == Direction::rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  const Level fallback = base == Direction::rtl ? 1 : 0;
  std::vector<Level> levels(paragraph.size(), fallback);
  // 0 means out of memory: every character at the base level is the best that is left.
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &type, found.data()) == 0)
    return levels;
  std::transform(found.begin(), found.end(), levels.begin(),
                 [fallback](FriBidiLevel level) { return level < 0 ? fallback : static_cast<Level>(level); });
  return levels;
}

Direction first_direction(std::string_view utf8, Direction otherwise) {
  const std::u32string characters = to_scalars(utf8);
  std::vector<FriBidiCharType> types(characters.size());
  const auto length = static_cast<FriBidiStrIndex>(characters.size());
  fribidi_get_bidi_types(reinterpret_cast<const FriBidiChar*>(characters.data()), length, types.data());
  const FriBidiParType found = fribidi_get_par_direction(types.data(), length);
  if (FRIBIDI_IS_NEUTRAL(found)) return otherwise;
  return FRIBIDI_IS_RTL(found) ? Direction::rtl : Direction::ltr;
}

std::vector<std::uint32_t> visual_order(std::span<const Level> run_levels) {
  std::vector<std::uint32_t> order(run_levels.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  if (run_levels.empty()) return order;
  const Level highest = *std::max_element(run_levels.begin(), run_levels.end());
  // From the highest level down to the lowest odd one, reverse every stretch at that level or above.
  for (Level level = highest; level > 0; --level) {
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin;
      while (end < order.size() && run_levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(begin),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      begin = end == begin ? begin + 1 : end;
    }
  }
  return order;
}

}  // namespace hamandish::text

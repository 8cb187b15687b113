#include "web/text/line_break.h"

#include <linebreak.h>

#include <algorithm>

namespace hamandish::text {

std::vector<Break> line_breaks(std::u32string_view text) {
  static_assert(sizeof(utf32_t) == sizeof(char32_t));
  std::vector<char> found(text.size());
  // The language matters for Chinese, Japanese and Korean alone.
  set_linebreaks_utf32(reinterpret_cast<const utf32_t*>(text.data()), text.size(), "fa", found.data());
  std::vector<Break> breaks(text.size(), Break::none);
  std::transform(found.begin(), found.end(), breaks.begin(), [](char kind) {
    if (kind == LINEBREAK_MUSTBREAK) return Break::mandatory;
    return kind == LINEBREAK_ALLOWBREAK ? Break::allowed : Break::none;
  });
  if (!breaks.empty()) breaks.back() = Break::none;  // LB3 is no line break for us
  return breaks;
}

}  // namespace hamandish::text

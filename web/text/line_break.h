// Where a line may or must end (UAX #14, by libunibreak). A half-space (U+200C) is no opportunity.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hamandish::text {

enum class Break : std::uint8_t { none, allowed, mandatory };

// One entry per character: what may happen after it. The end of the text itself is `none`.
std::vector<Break> line_breaks(std::u32string_view text);

}  // namespace hamandish::text

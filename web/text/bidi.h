// Which way each character of a paragraph runs (UAX #9, by FriBidi), and in which order the runs of a line stand. The
// base direction comes from the caller, never from the first letter: a Persian page stays right to left when a
// paragraph begins with a Latin word.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hamandish::text {

enum class Direction : std::uint8_t { ltr, rtl };

using Level = std::uint8_t;  // even: left to right, odd: right to left

// One level per character of one paragraph (without a paragraph separator inside). Rules P2 to I2 and L1 1-3; empty
// text: empty.
std::vector<Level> bidi_levels(std::u32string_view paragraph, Direction base);

// P2, P3: the direction of the first strong character outside isolates, as dir="auto" finds it; `otherwise` without one.
Direction first_direction(std::string_view utf8, Direction otherwise);

// L2: the visual order, from left to right, of the runs of one line, given their levels in logical order.
std::vector<std::uint32_t> visual_order(std::span<const Level> run_levels);

}  // namespace hamandish::text

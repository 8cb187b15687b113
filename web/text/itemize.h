// Cuts a paragraph into the runs that can be shaped in one piece: one bidi level, one script, one font.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "web/text/bidi.h"

namespace hamandish::text {

class Font;

struct Run {
  std::uint32_t begin = 0;  // characters, logical order
  std::uint32_t end = 0;
  std::uint32_t script = 0;  // hb_script_t
  Level level = 0;
  bool fallback = false;  // our font lacks it: one grapheme cluster that the browser draws (web/text/fallback.h)
};

// In logical order, without gaps. Characters of no script of their own (UAX #24 Common, Inherited) follow what stands
// before them, at the paragraph's beginning what comes after.
std::vector<Run> itemize(std::u32string_view paragraph, std::span<const Level> levels, const Font& font);

// For each character, whether a grapheme cluster ends after it (UAX #29): what is one sign to a reader, an emoji of
// several people or a letter with its harakat, is never parted.
std::vector<bool> cluster_ends(std::u32string_view text);

}  // namespace hamandish::text

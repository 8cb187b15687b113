#include "web/text/itemize.h"

#include <hb.h>

#include <algorithm>

#include "web/text/font.h"
#include "web/text/unicode_functions.h"

extern "C" {
#include <graphemebreak.h>
}

namespace hamandish::text {
namespace {

bool without_script(hb_script_t script) {
  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

std::vector<hb_script_t> resolved_scripts(std::u32string_view paragraph) {
  std::vector<hb_script_t> scripts(paragraph.size());
  std::transform(paragraph.begin(), paragraph.end(), scripts.begin(), script_of);
  const auto first = std::find_if_not(scripts.begin(), scripts.end(), without_script);
  // A paragraph of digits and signs alone is Arabic: its digits may have Persian forms.
  hb_script_t current = first == scripts.end() ? HB_SCRIPT_ARABIC : *first;
  for (hb_script_t& script : scripts) {
    if (without_script(script)) script = current;
    current = script;
  }
  return scripts;
}

// Controls, joiners, variation selectors: drawn as nothing, so never a reason to ask the browser. Not U+FE0F: it asks for
// the coloured picture of a sign that our font may have (©, the digits of keycaps).
bool invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0xa0) || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c < 0xfe0f) || c == 0xfeff || c == 0xad || c == 0x61c;
}

bool all_drawn(std::u32string_view paragraph, const Font& font) {
  return std::all_of(paragraph.begin(), paragraph.end(), [&](char32_t c) { return invisible(c) || font.has_glyph(c); });
}

// Marks the clusters of which some character is missing in the font.
std::vector<bool> missing(std::u32string_view paragraph, const Font& font) {
  std::vector<bool> result(paragraph.size(), false);
  if (all_drawn(paragraph, font)) return result;
  const std::vector<bool> ends = cluster_ends(paragraph);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    if (!ends[i]) continue;
    const bool lacks = !all_drawn(paragraph.substr(begin, i + 1 - begin), font);
    for (; begin <= i; ++begin) result[begin] = lacks;
  }
  return result;
}

}  // namespace

std::vector<bool> cluster_ends(std::u32string_view text) {
  std::vector<char> found(text.size());
  set_graphemebreaks_utf32(reinterpret_cast<const utf32_t*>(text.data()), text.size(), "", found.data());
  std::vector<bool> ends(text.size());
  std::transform(found.begin(), found.end(), ends.begin(), [](char kind) { return kind == GRAPHEMEBREAK_BREAK; });
  if (!ends.empty()) ends.back() = true;
  return ends;
}

std::vector<Run> itemize(std::u32string_view paragraph, std::span<const Level> levels, const Font& font) {
  const std::vector<hb_script_t> scripts = resolved_scripts(paragraph);
  const std::vector<bool> lacking = missing(paragraph, font);
  const std::vector<bool> ends =
      std::find(lacking.begin(), lacking.end(), true) == lacking.end() ? std::vector<bool>() : cluster_ends(paragraph);
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i < paragraph.size(); ++i) {
    const auto script = static_cast<std::uint32_t>(scripts[i]);
    const bool fallback = lacking[i];
    const bool new_cluster = fallback && i > 0 && ends[i - 1];
    const bool same = !runs.empty() && runs.back().level == levels[i] && runs.back().fallback == fallback &&
                      (fallback || runs.back().script == script) && !new_cluster;
    if (!same) runs.push_back({i, i, script, levels[i], fallback});
    runs.back().end = i + 1;
  }
  return runs;
}

}  // namespace hamandish::text

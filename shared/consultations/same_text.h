// Recognises campaigns: one text that many people send, as it is or with a word changed. Such comments are counted once and
// shown with their number. Texts are compared by their search keys, so that spelling, digits and half-spaces do not tell
// them apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hamandish {

// Of one text: hashes of its runs of three words (of the whole text if it is shorter), sorted, each once, at most the
// kMostShingles smallest. Hashes of the same text are the same on every machine and in every version: they are stored.
using TextPrint = std::vector<std::uint32_t>;
inline constexpr std::size_t kMostShingles = 128;
TextPrint print_of(std::string_view text);

// The estimated share of common runs, 0 to 1 (Broder's resemblance over the smallest hashes of both); 0 if one is empty.
double likeness(const TextPrint& a, const TextPrint& b);

// From here on two comments are one campaign.
inline constexpr double kSameCampaign = 0.8;

// For each text the index of the first text like it (its own if none is): texts of a campaign share one index.
std::vector<std::size_t> group_alike(const std::vector<TextPrint>& prints);

}  // namespace hamandish

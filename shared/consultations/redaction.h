// «Redacted with a mark»: passages of a comment that the public does not read, for which a mark stands. The comment itself
// stays as it was written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamandish {

inline constexpr std::string_view kRedactionMark = "[…]";

// One for each line that is not blank, without spaces round it.
std::vector<std::string_view> passages_of(std::string_view lines);

// `text` with the mark for every place where one of the passages stands; passages that touch or overlap get one mark.
std::string redact(std::string_view text, std::string_view lines);

// The first passage that stands in none of the two texts; empty if there is none such.
std::string_view missing_passage(std::string_view lines, std::string_view text, std::string_view other_text);

}  // namespace hamandish

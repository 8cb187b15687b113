// Search over everything that the public may read. Pure: what can be found is an argument.
//
// Compared by the keys of shared/text/search_key.h, so that «مسئول» finds «مسؤول», with or without half-space, in any digits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hamandish {

enum class FindableKind { page, unit, answer, draft, news, survey };
std::string_view wire_name(FindableKind kind);

struct Findable {
  FindableKind kind = FindableKind::page;
  std::string title;
  std::string text;     // further words, also those that are not shown
  std::string summary;  // shown below the title
  std::string address;
};

inline constexpr std::size_t kMostFound = 40;

// Those that hold every word of `query`, or a word that begins with it; where all words stand in the title first, else in
// the order of `all`. Nothing for a query without a letter or digit. At most kMostFound.
std::vector<const Findable*> find(const std::vector<Findable>& all, std::string_view query);

// The query as it stands in an address: letters, digits, half-spaces and single spaces, at most 80 of them.
std::string query_for_address(std::string_view typed);

}  // namespace hamandish

// The order of the Persian alphabet (CLDR fa): code-point order puts peh, cheh, zheh, gaf and yeh in wrong places.
// SQLite has no ICU, so lists that people read are sorted after they were read.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamandish::text {

// a is sorted before b exactly if sort_key(a) < sort_key(b) (bytes, as memcmp and SQLite's BINARY compare). Order:
// blank and punctuation, digits, Persian letters (alef madda, alef, hamza and its carriers, beh, ..., waw, heh, yeh),
// Latin letters, the rest by code point. Equal keys for: Arabic and Persian yeh and kaf, heh and teh marbuta, the three
// digit sets, upper and lower case, with and without diacritics, ZWNJ and kashida. Contains no zero byte.
std::string sort_key(std::string_view text);

// Sorts by the text that `text_of` gives of an element; elements with equal keys keep their order.
template <class T, class TextOf>
void sort_alphabetically(std::vector<T>& all, TextOf text_of) {
  std::vector<std::pair<std::string, T>> keyed;
  keyed.reserve(all.size());
  for (T& one : all) {
    std::string key = sort_key(text_of(one));
    keyed.emplace_back(std::move(key), std::move(one));
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(keyed.begin(), keyed.end(), all.begin(), [](auto& one) { return std::move(one.second); });
}

}  // namespace hamandish::text

// The order of the Persian alphabet (CLDR fa): code-point order puts peh, cheh, zheh, gaf and yeh in wrong places.
// SQLite has no ICU, so the key is stored beside the text and compared bytewise.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::text {

// a is sorted before b exactly if sort_key(a) < sort_key(b) (bytes, as memcmp and SQLite's BINARY compare). Order:
// blank and punctuation, digits, Persian letters (alef madda, alef, hamza and its carriers, beh, ..., waw, heh, yeh),
// Latin letters, the rest by code point. Equal keys for: Arabic and Persian yeh and kaf, heh and teh marbuta, the three
// digit sets, upper and lower case, with and without diacritics, ZWNJ and kashida. Contains no zero byte.
std::string sort_key(std::string_view text);

}  // namespace hamandish::text

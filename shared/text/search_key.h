// Level B of domain facts 2.5: keys under which two spellings of one word meet. For search and comparison only, never
// shown. Level A first; then diacritics go, the forms of alef, waw, yeh and heh become one each, a lone hamza goes,
// digits become ASCII, Latin letters lower case, punctuation and ZWNJ become a space. Idempotent. Why not leave it to
// FTS5: its unicode61 tokenizer cuts a word at a shadda and folds neither yeh, kaf nor digits (domain facts 2.7).
#pragma once

#include <string>
#include <string_view>

namespace hamandish::text {

// Words separated by single spaces; the parts of a ZWNJ word are separate words. Build queries from this.
std::string search_key(std::string_view text);

// The same, but the parts of a ZWNJ word are written together. A query should accept either form:
// (all words of search_key) OR (all words of joined_key).
std::string joined_key(std::string_view text);

// What goes into the full-text index: search_key, then the other spellings of its words that a searcher may use: ZWNJ
// words written together, and for hamza before waw both of its seats (U+0626 and U+0624, as in the two spellings of
// "responsible").
std::string index_key(std::string_view text);

// For comparing names: search_key without any space, so that compound names meet however they are spaced.
std::string name_key(std::string_view text);

}  // namespace hamandish::text

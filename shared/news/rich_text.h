// Rich text as people type it, in a small safe subset: what is not recognised stays text. One line, one thing:
//
//   ## Heading            ### smaller heading
//   - entry  (also • *)   1. entry  (also ۱. and 1-)
//   [words](address)      a link on a line of its own; https, http, mailto, tel, or a path of this site
//   > words               somebody else's words; lines that follow each other are one quotation
//   ![2]                  the item's second picture, here instead of at the top; digits of any set
//   anything else         text; an empty line ends a paragraph, a line end inside one stays a line end
//
// In a paragraph, an entry and a quotation:
//
//   **words**             strong
//   [words](address)      a link among the words
//
// Nothing here is HTML: pages make nodes of the blocks, and the writer of HTML escapes every text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hamandish {

struct RichBlock {
  enum class Kind { paragraph, heading, small_heading, list, numbers, link, quote, picture };
  Kind kind = Kind::paragraph;
  std::string text;                // of a paragraph, a heading, a link or a quotation
  std::string address;             // of a link
  std::vector<std::string> items;  // of a list
  std::int64_t number = 0;         // of a picture
  bool operator==(const RichBlock&) const = default;
};

// `text`: normalised for storage.
std::vector<RichBlock> rich_blocks(std::string_view text);

// Words of one look inside a block.
struct RichWords {
  std::string text;
  std::string address;  // of a link, or empty
  bool strong = false;
  bool operator==(const RichWords&) const = default;
};

// The text of a block in its parts, in order; one part if nothing in it is marked. An empty text has none.
std::vector<RichWords> rich_words(std::string_view text);

}  // namespace hamandish

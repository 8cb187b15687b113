// Rich text as people type it, in a small safe subset: what is not recognised stays text. One line, one thing:
//
//   ## Heading            ### smaller heading
//   - entry  (also • *)   1. entry  (also ۱. and 1-)
//   [words](address)      a link on a line of its own; https, http, mailto, tel, or a path of this site
//   ![2]                  the item's second picture, here instead of at the top; digits of any set
//   anything else         text; an empty line ends a paragraph, a line end inside one stays a line end
//
// Nothing here is HTML: pages make nodes of the blocks, and the writer of HTML escapes every text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hamandish {

struct RichBlock {
  enum class Kind { paragraph, heading, small_heading, list, numbers, link, picture };
  Kind kind = Kind::paragraph;
  std::string text;                // of a paragraph, a heading or a link
  std::string address;             // of a link
  std::vector<std::string> items;  // of a list
  std::int64_t number = 0;         // of a picture
  bool operator==(const RichBlock&) const = default;
};

// `text`: normalised for storage.
std::vector<RichBlock> rich_blocks(std::string_view text);

}  // namespace hamandish

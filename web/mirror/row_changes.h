// Rows of a long table that go, and rows that come for them when the window moves. Most are built alike (view::write_html): a
// row that goes then becomes one that comes by other ids and other texts, which is several times cheaper for the browser than
// to drop its elements and to parse and place new ones, and leaves less to collect.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::web {

// As web/mirror/mirror.js takes it. Ids and edits are lines.
struct RowChanges {
  std::string gone;  // ids of rows that are dropped
  // What becomes of an element: its id, then name and value of each attribute that changes; the name of its text is empty,
  // and `-` stands before the name of one that goes; U+001F between them. The elements of a row follow the row.
  std::string edits;
  std::string html;  // a table with the rows that are made anew; empty: none
};

// Both: the HTML of a table, with the rows that go and with those that come.
RowChanges change_rows(std::string_view gone, std::string_view came);

}  // namespace hamandish::web

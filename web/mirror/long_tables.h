// Tables with so many rows that neither the mirror nor the picture can hold them all: only the rows near the window stand
// there, each in the place that it has among all (web/ui/widgets/table.cpp gives such rows one height). The whole page is
// kept here, and a page to show is cut from it when the window has moved.
//
// What it costs: find in page finds only the rows that stand there, so a page with a long table has a search of its own.
// Without a canvas, on paper and in the server's HTML all rows stand.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"
#include "web/ui/ui.h"

namespace hamandish::web {

// A table with more rows than this is long, unless it stands in a form or belongs to a chart.
inline constexpr std::size_t kLongTable = 300;

class LongTables {
 public:
  // Takes a new page, finished (view::finish), and answers the page to show: the same, or with long tables a part of it. A
  // table that was there before, by its id, stays where it was read.
  view::Node take(view::Node page);
  // Forgets the page: what is shown is whole.
  void forget();
  [[nodiscard]] bool has_any() const { return !tables_.empty(); }

  // The window now shows the page from `top` on, `height` CSS pixels of it; `places`: of the last layout; `focus`: id of the
  // element that has the focus, whose row stays with its neighbours, so that Tab goes on from it. True if other rows must
  // stand there than were cut last. A table that has just come gets only what is seen, so that it is seen soon:
  // wants_more() says then that another move is due.
  bool move(std::span<const RowPlaces> places, float top, float height, std::string_view focus);
  [[nodiscard]] bool wants_more() const { return wants_more_; }
  // The page to show. Costs as much as what it shows, however long the tables are.
  view::Node cut();

  // What differs between two pages that were cut from the same whole.
  struct Change {
    view::Node came;  // the table with the new rows alone
    view::Node gone;  // the table with those that stand no more
  };
  [[nodiscard]] std::vector<Change> changes(const view::Node& shown, const view::Node& next) const;

 private:
  struct Table {
    std::vector<std::size_t> path;      // from the page to the table, by places among children
    std::vector<view::Option> columns;  // their shares, of all rows
    std::size_t first = 0;              // row that stands, and how many follow it
    std::size_t count = 0;
    std::size_t kept = 0;  // number of the row with the focus, from 1 on; 0: none
    bool is_new = true;    // nothing of it has been seen
  };
  void find(view::Node& node, std::vector<std::size_t>& path, const std::vector<Table>& before,
            const view::Node& page_before);
  view::Node whole_;
  std::vector<Table> tables_;
  bool wants_more_ = false;
};

}  // namespace hamandish::web

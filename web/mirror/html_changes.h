// What of a page's HTML the mirror has to look at: most of a page is the same after a change, and the browser need neither
// parse nor compare it again. Each innermost element that holds a change is given by itself, with what it shall hold. In
// it a node that wrote what it wrote last time is left out: in its place stands an empty element of its id with the attribute
// `same`, and of its tag unless that is slow to parse, for which web/mirror/mirror.js keeps the element that is in the page.
// (Small HTML without tables and forms is parsed several times faster, too.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/view/html_writer.h"
#include "shared/view/node.h"

namespace hamandish::web {

class HtmlChanges {
 public:
  // What the element `within` shall hold now; empty: the page.
  struct Change {
    std::string within;
    std::string html;
  };
  // In the order of the page, none inside another. What moved from one element to another is in one change with both, for
  // the browser's node shall move too.
  std::vector<Change> of(const view::Node& page);
  // A person has changed the field of this name: it is written whole the next time, for the page may want it otherwise.
  void touched(std::string_view field);
  // The mirror is no longer what was written last: the next page is written whole.
  void forget();

 private:
  using Part = std::pair<std::string_view, std::string_view>;       // id of its element, its HTML
  [[nodiscard]] std::string_view known(std::string_view id) const;  // empty: there was none

  std::string last_;
  std::vector<Part> known_;  // parts of last_, by id
  std::vector<std::string> touched_;
};

}  // namespace hamandish::web

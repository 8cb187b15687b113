// A comment on the news with what stands below it: as it stands under an item, and with all its answers on a page of its own.
#pragma once

#include <string>

#include "shared/pages/news_page.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// A comment under the name of who wrote it.
view::Node comment_card(const NewsWord& comment);
// The same with its answers.
view::Node thread_card(const NewsWord& comment);

struct NewsThreadState {
  NewsSummary item;
  NewsWord comment;  // with a part of its answers
  std::string next;  // address of the next part, or empty
  bool open = true;  // more answers are taken
};
view::Node news_thread_view(const Site& site, const NewsThreadState& state);

}  // namespace hamandish::pages

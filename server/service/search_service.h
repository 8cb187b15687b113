// The search over everything that the public may read, however much of it there is. What can be found in the profile and
// among the pages is an argument, because the pages know it (shared/pages/help_pages.h).
#pragma once

#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/drafts_store.h"
#include "server/store/news_store.h"
#include "shared/base/time.h"

namespace hamandish::server {

class SearchService {
 public:
  explicit SearchService(Database& database) : database_(database) {}

  // Indexes what a database from before the index holds. Once, before find.
  Result<void> start();

  // Where the title holds all words first, the newest first in each part; at most `limit` altogether.
  struct Found {
    std::vector<DraftRow> drafts;
    std::vector<NewsRow> news;
    bool more = false;  // than `limit`
  };
  Result<Found> find(std::string_view query, std::size_t limit, Instant now);

 private:
  Database& database_;
};

}  // namespace hamandish::server

// Items of the news, and who found them useful.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"
#include "shared/news/digest.h"
#include "shared/news/news.h"

namespace hamandish::server {

struct NewsRow {
  std::int64_t id = 0;  // given by insert_news
  std::int64_t version = 1;
  NewsState state = NewsState::draft;
  NewsCategory category = NewsCategory::report;
  std::string title;
  std::string slug;  // may be empty
  std::string summary;
  std::string body;  // shared/news/rich_text.h
  CommentRule comment_rule = CommentRule::before;
  bool pinned = false;
  Instant publish_at;  // of a draft: when it was made
  Instant updated_at;
  std::int64_t comment_count = 0;  // that the public reads, without the organisation's answers
  std::int64_t useful_yes = 0;
  std::int64_t useful_no = 0;
};

// Gives the id. Conflict if the slug is taken; so does update_news.
Result<std::int64_t> insert_news(Transaction& transaction, const NewsRow& row);
// Every column but id, version and the counts, and raises the version. False if the version is not row.version.
Result<bool> update_news(Transaction& transaction, const NewsRow& row);

Result<std::optional<NewsRow>> news_by_id(Reader& reader, std::int64_t id);
Result<std::optional<NewsRow>> news_by_slug(Reader& reader, std::string_view slug);

// Which page of a list.
struct NewsPage {
  std::optional<NewsCategory> category;
  std::int64_t skip = 0;
  int limit = 0;
};
// What the public sees at `now`: pinned ones first, then the newest first.
Result<std::vector<NewsRow>> published_news(Reader& reader, const NewsPage& page, Instant now);
Result<std::int64_t> count_published_news(Reader& reader, std::optional<NewsCategory> category, Instant now);

// Of any state, the newest first, below `before` (0: from the newest).
Result<std::vector<NewsRow>> all_news(Reader& reader, std::int64_t before, int limit);

struct NewsVote {
  std::int64_t news_id = 0;
  std::string device;  // bytes
  bool useful = false;
  Instant at;
};
// In place of what the device said before; keeps the counts.
Result<void> write_vote(Transaction& transaction, const NewsVote& vote);

// What the device said of the item, if anything.
Result<std::optional<bool>> vote_of(Reader& reader, std::int64_t news_id, std::string_view device);

// What was found useful in a time, by item, the most voices first; of each device its last voice.
Result<std::vector<NewsVoices>> news_voices(Reader& reader, Instant from, Instant to, int limit);

Result<bool> any_news(Reader& reader);

}  // namespace hamandish::server

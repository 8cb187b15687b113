// Comments on news, the organisation's answers among them, and their subjects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"
#include "shared/news/news.h"

namespace hamandish::server {

struct NewsCommentRow {
  std::int64_t id = 0;  // given by insert_news_comment
  std::int64_t news_id = 0;
  std::int64_t parent_id = 0;  // 0: on the item itself
  bool official = false;
  std::optional<std::int64_t> user_id;  // who wrote it for the organisation
  std::string tracking_code;            // of people's comments
  std::string request_key;              // bytes; hash of the Idempotency-Key
  Instant at;
  std::string author;
  std::string body;
  NewsCommentState state = NewsCommentState::waiting;
  std::string verdict_reason;
  std::optional<CommentTone> tone;
  std::optional<Instant> answered_at;  // when the organisation answered it
};

// Gives the id; 0 if the request key or the code is taken. Keeps news.comment_count, as set_verdict does.
Result<std::int64_t> insert_news_comment(Transaction& transaction, const NewsCommentRow& row);
Result<std::optional<NewsCommentRow>> news_comment_by_request(Reader& reader, std::string_view request_key);
Result<std::optional<NewsCommentRow>> news_comment_by_code(Reader& reader, std::string_view code);
Result<std::optional<NewsCommentRow>> news_comment_by_id(Reader& reader, std::int64_t id);

// What the public reads on an item, without answers: the newest first, below `before` (0: from the newest).
Result<std::vector<NewsCommentRow>> published_news_comments(Reader& reader, std::int64_t news_id, std::int64_t before,
                                                            int limit);
// What the public reads below a comment, oldest first.
Result<std::vector<NewsCommentRow>> news_answers(Reader& reader, std::int64_t parent_id, std::int64_t after, int limit);
// How many of them there are above `after`.
Result<std::int64_t> count_news_answers(Reader& reader, std::int64_t parent_id, std::int64_t after);
Result<std::optional<NewsCommentRow>> official_answer(Reader& reader, std::int64_t parent_id);

Result<void> set_verdict(Transaction& transaction, const NewsCommentRow& row, NewsCommentState state,
                         std::string_view reason);
Result<void> set_tone(Transaction& transaction, std::int64_t id, std::optional<CommentTone> tone);
Result<void> set_answered(Transaction& transaction, std::int64_t id, Instant at);
Result<void> set_body(Transaction& transaction, std::int64_t id, std::string_view body);

Result<void> write_news_tags(Transaction& transaction, std::int64_t comment_id, const std::vector<std::string>& tags);
Result<std::vector<std::string>> news_tags_of(Reader& reader, std::int64_t comment_id);
// Those in use, in the order of the letters.
Result<std::vector<std::string>> all_news_tags(Reader& reader, int limit);

// Nothing that is left empty narrows the queue.
struct NewsQueueFilter {
  std::optional<NewsCommentState> state{};
  std::int64_t news_id = 0;
  std::string tag{};
  std::optional<CommentTone> tone{};
  std::optional<bool> answered{};
};
// People's comments, the newest first, below `before` (0: from the newest).
Result<std::vector<NewsCommentRow>> news_queue(Reader& reader, const NewsQueueFilter& filter, std::int64_t before,
                                               int limit);
Result<std::int64_t> count_news_comments(Reader& reader, NewsCommentState state);

// People's comments of a period [from, to), oldest first, each with its subjects.
struct TaggedComment {
  NewsCommentRow row;
  std::vector<std::string> tags;
};
Result<std::vector<TaggedComment>> news_comments_between(Reader& reader, Instant from, Instant to, int limit);

}  // namespace hamandish::server

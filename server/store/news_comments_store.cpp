#include "server/store/news_comments_store.h"

#include <cstdint>

#include "shared/text/collate.h"

namespace hamandish::server {
namespace {

// The columns in the order of read_comment.
constexpr std::string_view kSelectComment = R"sql(
    SELECT
      c.id,
      c.news_id,
      c.parent_id,
      c.official,
      c.user_id,
      c.tracking_code,
      c.request_key,
      c.at,
      c.author,
      c.body,
      c.state,
      c.verdict_reason,
      c.tone,
      c.answered_at
    FROM news_comments c
  )sql";

NewsCommentRow read_comment(const Row& row) {
  NewsCommentRow comment;
  comment.id = row.integer(0);
  comment.news_id = row.integer(1);
  comment.parent_id = row.integer(2);
  comment.official = row.integer(3) != 0;
  if (!row.is_null(4)) comment.user_id = row.integer(4);
  comment.tracking_code = row.copy(5);
  comment.request_key = row.copy(6);
  comment.at = Instant{row.integer(7)};
  comment.author = row.copy(8);
  comment.body = row.copy(9);
  comment.state = news_comment_state_from(row.text(10)).value_or(NewsCommentState::waiting);
  comment.verdict_reason = row.copy(11);
  comment.tone = comment_tone_from(row.text(12));
  if (!row.is_null(13)) comment.answered_at = Instant{row.integer(13)};
  return comment;
}

Result<std::optional<NewsCommentRow>> one_comment(Reader& reader, const std::string& sql, const Bound& bound) {
  std::optional<NewsCommentRow> found;
  const Result<bool> done = reader.first(sql, {bound}, [&](const Row& row) { found = read_comment(row); });
  if (!done) return done.error();
  return found;
}

Result<std::vector<NewsCommentRow>> many_comments(Reader& reader, const std::string& sql,
                                                  std::initializer_list<Bound> bounds) {
  std::vector<NewsCommentRow> rows;
  const Result<void> done = reader.query(sql, bounds, [&](const Row& row) {
    rows.push_back(read_comment(row));
    return true;
  });
  if (!done) return done.error();
  return rows;
}

Result<void> only_done(const Result<std::int64_t>& changed) {
  if (!changed) return changed.error();
  return {};
}

// The greatest id: for «from the newest» in the same statement as for a cursor.
constexpr std::int64_t kNewest = INT64_MAX;

Bound bytes_or_null(std::string_view bytes) {
  return bytes.empty() ? Bound(nullptr) : Bound::bytes(bytes);
}
Bound or_null(std::int64_t id) {
  return id == 0 ? Bound(nullptr) : Bound(id);
}

Result<void> count_again(Transaction& transaction, std::int64_t news_id) {
  return only_done(transaction.execute(
      R"sql(
        UPDATE news SET
          comment_count = (
            SELECT count(*) FROM news_comments WHERE news_id = ? AND official = 0 AND state = 'published')
        WHERE id = ?
      )sql",
      {news_id, news_id}));
}

}  // namespace

Result<std::int64_t> insert_news_comment(Transaction& transaction, const NewsCommentRow& row) {
  std::int64_t id = 0;
  const Result<bool> done = transaction.first(
      R"sql(
        INSERT INTO news_comments (
          news_id,
          parent_id,
          official,
          user_id,
          tracking_code,
          request_key,
          at,
          author,
          body,
          state,
          tone)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        RETURNING id
      )sql",
      {row.news_id, or_null(row.parent_id), row.official, row.user_id ? Bound(*row.user_id) : Bound(nullptr),
       Bound::text_or_null(row.tracking_code), bytes_or_null(row.request_key), row.at.milliseconds,
       Bound::text_or_null(row.author), row.body, wire_name(row.state),
       row.tone ? Bound(wire_name(*row.tone)) : Bound(nullptr)},
      [&](const Row& inserted) { id = inserted.integer(0); });
  if (!done) return done.error();
  if (const Result<void> counted = count_again(transaction, row.news_id); !counted) return counted.error();
  return id;
}

Result<std::optional<NewsCommentRow>> news_comment_by_request(Reader& reader, std::string_view request_key) {
  static const std::string kSql = std::string(kSelectComment) + "WHERE c.request_key = ?";
  return one_comment(reader, kSql, Bound::bytes(request_key));
}

Result<std::optional<NewsCommentRow>> news_comment_by_code(Reader& reader, std::string_view code) {
  static const std::string kSql = std::string(kSelectComment) + "WHERE c.tracking_code = ?";
  return one_comment(reader, kSql, code);
}

Result<std::optional<NewsCommentRow>> news_comment_by_id(Reader& reader, std::int64_t id) {
  static const std::string kSql = std::string(kSelectComment) + "WHERE c.id = ?";
  return one_comment(reader, kSql, id);
}

Result<std::vector<NewsCommentRow>> published_news_comments(Reader& reader, std::int64_t news_id, std::int64_t before,
                                                            int limit) {
  static const std::string kSql = std::string(kSelectComment) + R"sql(
    WHERE c.news_id = ? AND c.parent_id IS NULL AND c.state = 'published' AND c.id < ?
    ORDER BY c.id DESC
    LIMIT ?
  )sql";
  return many_comments(reader, kSql, {news_id, before == 0 ? kNewest : before, limit});
}

Result<std::vector<NewsCommentRow>> news_answers(Reader& reader, std::int64_t parent_id, std::int64_t after,
                                                 int limit) {
  static const std::string kSql = std::string(kSelectComment) + R"sql(
    WHERE c.parent_id = ? AND c.state = 'published' AND c.id > ? AND +c.official = 0
    ORDER BY c.id
    LIMIT ?
  )sql";
  return many_comments(reader, kSql, {parent_id, after, limit});
}

Result<std::int64_t> count_news_answers(Reader& reader, std::int64_t parent_id, std::int64_t after) {
  std::int64_t count = 0;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT count(*)
        FROM news_comments
        WHERE parent_id = ? AND state = 'published' AND id > ? AND +official = 0
      )sql",
      {parent_id, after}, [&](const Row& row) { count = row.integer(0); });
  if (!done) return done.error();
  return count;
}

Result<std::optional<NewsCommentRow>> official_answer(Reader& reader, std::int64_t parent_id) {
  static const std::string kSql =
      std::string(kSelectComment) +
      "WHERE c.parent_id = ? AND c.state = 'published' AND c.official = 1 ORDER BY c.id LIMIT 1";
  return one_comment(reader, kSql, parent_id);
}

Result<void> set_verdict(Transaction& transaction, const NewsCommentRow& row, NewsCommentState state,
                         std::string_view reason) {
  Result<void> done =
      only_done(transaction.execute("UPDATE news_comments SET state = ?, verdict_reason = ? WHERE id = ?",
                                    {wire_name(state), Bound::text_or_null(reason), row.id}));
  if (!done) return done;
  return count_again(transaction, row.news_id);
}

Result<void> set_tone(Transaction& transaction, std::int64_t id, std::optional<CommentTone> tone) {
  return only_done(transaction.execute("UPDATE news_comments SET tone = ? WHERE id = ?",
                                       {tone ? Bound(wire_name(*tone)) : Bound(nullptr), id}));
}

Result<void> set_answered(Transaction& transaction, std::int64_t id, Instant at) {
  return only_done(transaction.execute("UPDATE news_comments SET answered_at = ? WHERE id = ?", {at.milliseconds, id}));
}

Result<void> set_body(Transaction& transaction, std::int64_t id, std::string_view body) {
  return only_done(transaction.execute("UPDATE news_comments SET body = ? WHERE id = ?", {body, id}));
}

Result<void> write_news_tags(Transaction& transaction, std::int64_t comment_id, const std::vector<std::string>& tags) {
  Result<void> done =
      only_done(transaction.execute("DELETE FROM news_comment_tags WHERE comment_id = ?", {comment_id}));
  for (const std::string& tag : tags) {
    if (!done) return done;
    done = only_done(transaction.execute(
        "INSERT INTO news_comment_tags (comment_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", {comment_id, tag}));
  }
  return done;
}

Result<std::vector<std::string>> news_tags_of(Reader& reader, std::int64_t comment_id) {
  std::vector<std::string> tags;
  const Result<void> done =
      reader.query("SELECT tag FROM news_comment_tags WHERE comment_id = ?", {comment_id}, [&](const Row& row) {
        tags.push_back(row.copy(0));
        return true;
      });
  if (!done) return done.error();
  text::sort_alphabetically(tags, [](const std::string& tag) { return tag; });
  return tags;
}

Result<std::vector<std::string>> all_news_tags(Reader& reader, int limit) {
  std::vector<std::string> tags;
  const Result<void> done = reader.query(
      R"sql(
        SELECT DISTINCT tag
        FROM news_comment_tags
        ORDER BY tag -- whole table: its index alone
        LIMIT ?
      )sql",
      {limit}, [&](const Row& row) {
        tags.push_back(row.copy(0));
        return true;
      });
  if (!done) return done.error();
  text::sort_alphabetically(tags, [](const std::string& tag) { return tag; });
  return tags;
}

Result<std::vector<NewsCommentRow>> news_queue(Reader& reader, const NewsQueueFilter& filter, std::int64_t before,
                                               int limit) {
  // Walks from the newest on until enough fit: an officer looks at what is new. The plus keeps the walk on the key.
  static const std::string kSql = std::string(kSelectComment) + R"sql(
    WHERE c.id < ? AND +c.official = 0
      AND (? = '' OR c.state = ?)
      AND (? = 0 OR c.news_id = ?)
      AND (? = '' OR c.tone = ?)
      AND (? < 0 OR (c.answered_at IS NOT NULL) = ?)
      AND (? = '' OR EXISTS (SELECT 1 FROM news_comment_tags t WHERE t.comment_id = c.id AND t.tag = ?))
    ORDER BY c.id DESC
    LIMIT ?
  )sql";
  const std::string_view state = filter.state ? wire_name(*filter.state) : std::string_view{};
  const std::string_view tone = filter.tone ? wire_name(*filter.tone) : std::string_view{};
  const int answered = filter.answered ? static_cast<int>(*filter.answered) : -1;
  return many_comments(reader, kSql,
                       {before == 0 ? kNewest : before, state, state, filter.news_id, filter.news_id, tone, tone,
                        answered, answered, filter.tag, filter.tag, limit});
}

Result<std::int64_t> count_news_comments(Reader& reader, NewsCommentState state) {
  std::int64_t count = 0;
  const Result<bool> done = reader.first("SELECT count(*) FROM news_comments WHERE official = 0 AND state = ?",
                                         {wire_name(state)}, [&](const Row& row) { count = row.integer(0); });
  if (!done) return done.error();
  return count;
}

Result<std::vector<TaggedComment>> news_comments_between(Reader& reader, Instant from, Instant to, int limit) {
  static const std::string kSql =
      std::string(kSelectComment) + "WHERE c.official = 0 AND c.at >= ? AND c.at < ? ORDER BY c.at, c.id LIMIT ?";
  const Result<std::vector<NewsCommentRow>> rows =
      many_comments(reader, kSql, {from.milliseconds, to.milliseconds, limit});
  if (!rows) return rows.error();
  std::vector<TaggedComment> comments;
  for (const NewsCommentRow& row : *rows) {
    Result<std::vector<std::string>> tags = news_tags_of(reader, row.id);
    if (!tags) return tags.error();
    comments.push_back({row, std::move(tags).value()});
  }
  return comments;
}

}  // namespace hamandish::server

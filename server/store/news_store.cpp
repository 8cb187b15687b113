#include "server/store/news_store.h"

namespace hamandish::server {
namespace {

// The columns in the order of read_news.
constexpr std::string_view kSelectNews = R"sql(
    SELECT
      id,
      version,
      state,
      category,
      title,
      slug,
      summary,
      body,
      comment_rule,
      pinned,
      publish_at,
      updated_at,
      comment_count,
      useful_yes,
      useful_no
    FROM news
  )sql";

NewsRow read_news(const Row& row) {
  NewsRow news;
  news.id = row.integer(0);
  news.version = row.integer(1);
  news.state = news_state_from(row.text(2)).value_or(NewsState::draft);
  news.category = news_category_from(row.text(3)).value_or(NewsCategory::report);
  news.title = row.copy(4);
  news.slug = row.copy(5);
  news.summary = row.copy(6);
  news.body = row.copy(7);
  news.comment_rule = comment_rule_from(row.text(8)).value_or(CommentRule::before);
  news.pinned = row.integer(9) != 0;
  news.publish_at = Instant{row.integer(10)};
  news.updated_at = Instant{row.integer(11)};
  news.comment_count = row.integer(12);
  news.useful_yes = row.integer(13);
  news.useful_no = row.integer(14);
  return news;
}

Result<std::optional<NewsRow>> one_news(Reader& reader, const std::string& sql, const Bound& bound) {
  std::optional<NewsRow> found;
  const Result<bool> done = reader.first(sql, {bound}, [&](const Row& row) { found = read_news(row); });
  if (!done) return done.error();
  return found;
}

Result<std::vector<NewsRow>> many_news(Reader& reader, const std::string& sql, std::initializer_list<Bound> bounds) {
  std::vector<NewsRow> rows;
  const Result<void> done = reader.query(sql, bounds, [&](const Row& row) {
    rows.push_back(read_news(row));
    return true;
  });
  if (!done) return done.error();
  return rows;
}

// The greatest id: for «from the newest» in the same statement as for a cursor.
constexpr std::int64_t kNewest = INT64_MAX;

}  // namespace

Result<std::int64_t> insert_news(Transaction& transaction, const NewsRow& row) {
  std::int64_t id = 0;
  const Result<bool> done = transaction.first(
      R"sql(
        INSERT INTO news (
          version,
          state,
          category,
          title,
          slug,
          summary,
          body,
          comment_rule,
          pinned,
          publish_at,
          updated_at,
          comment_count,
          useful_yes,
          useful_no)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)
        RETURNING id
      )sql",
      {wire_name(row.state), wire_name(row.category), row.title, Bound::text_or_null(row.slug), row.summary, row.body,
       wire_name(row.comment_rule), row.pinned, row.publish_at.milliseconds, row.updated_at.milliseconds},
      [&](const Row& inserted) { id = inserted.integer(0); });
  if (!done) return done.error();
  return id;
}

Result<bool> update_news(Transaction& transaction, const NewsRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        UPDATE news SET
          version = version + 1,
          state = ?,
          category = ?,
          title = ?,
          slug = ?,
          summary = ?,
          body = ?,
          comment_rule = ?,
          pinned = ?,
          publish_at = ?,
          updated_at = ?
        WHERE id = ? AND version = ?
      )sql",
      {wire_name(row.state), wire_name(row.category), row.title, Bound::text_or_null(row.slug), row.summary, row.body,
       wire_name(row.comment_rule), row.pinned, row.publish_at.milliseconds, row.updated_at.milliseconds, row.id,
       row.version});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::optional<NewsRow>> news_by_id(Reader& reader, std::int64_t id) {
  static const std::string kSql = std::string(kSelectNews) + "WHERE id = ?";
  return one_news(reader, kSql, id);
}

Result<std::optional<NewsRow>> news_by_slug(Reader& reader, std::string_view slug) {
  static const std::string kSql = std::string(kSelectNews) + "WHERE slug = ?";
  return one_news(reader, kSql, slug);
}

Result<std::vector<NewsRow>> published_news(Reader& reader, const NewsPage& page, Instant now) {
  static const std::string kAll = std::string(kSelectNews) + R"sql(
    WHERE state = 'published' AND publish_at <= ?
    ORDER BY pinned DESC, publish_at DESC, id DESC
    LIMIT ? OFFSET ?
  )sql";
  static const std::string kOfCategory = std::string(kSelectNews) + R"sql(
    WHERE state = 'published' AND category = ? AND publish_at <= ?
    ORDER BY pinned DESC, publish_at DESC, id DESC
    LIMIT ? OFFSET ?
  )sql";
  if (!page.category) return many_news(reader, kAll, {now.milliseconds, page.limit, page.skip});
  return many_news(reader, kOfCategory, {wire_name(*page.category), now.milliseconds, page.limit, page.skip});
}

Result<std::int64_t> count_published_news(Reader& reader, std::optional<NewsCategory> category, Instant now) {
  std::int64_t count = 0;
  const auto take = [&](const Row& row) { count = row.integer(0); };
  const Result<bool> done =
      category
          ? reader.first("SELECT count(*) FROM news WHERE state = 'published' AND category = ? AND publish_at <= ?",
                         {wire_name(*category), now.milliseconds}, take)
          : reader.first("SELECT count(*) FROM news WHERE state = 'published' AND publish_at <= ?", {now.milliseconds},
                         take);
  if (!done) return done.error();
  return count;
}

Result<std::vector<NewsRow>> all_news(Reader& reader, std::int64_t before, int limit) {
  static const std::string kSql = std::string(kSelectNews) + "WHERE id < ? ORDER BY id DESC LIMIT ?";
  return many_news(reader, kSql, {before == 0 ? kNewest : before, limit});
}

Result<std::optional<bool>> vote_of(Reader& reader, std::int64_t news_id, std::string_view device) {
  std::optional<bool> useful;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT useful
        FROM news_votes
        WHERE news_id = ? AND device = ?
      )sql",
      {news_id, Bound::bytes(std::string(device))}, [&](const Row& row) { useful = row.integer(0) != 0; });
  if (!done) return done.error();
  return useful;
}

Result<void> write_vote(Transaction& transaction, const NewsVote& vote) {
  Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO news_votes (news_id, device, useful, at)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (news_id, device) DO UPDATE SET useful = excluded.useful, at = excluded.at
      )sql",
      {vote.news_id, Bound::bytes(vote.device), vote.useful, vote.at.milliseconds});
  if (!done) return done.error();
  done = transaction.execute(
      R"sql(
        UPDATE news SET
          useful_yes = (SELECT count(*) FROM news_votes WHERE news_id = ? AND useful = 1),
          useful_no = (SELECT count(*) FROM news_votes WHERE news_id = ? AND useful = 0)
        WHERE id = ?
      )sql",
      {vote.news_id, vote.news_id, vote.news_id});
  if (!done) return done.error();
  return {};
}

Result<std::vector<NewsVoices>> news_voices(Reader& reader, Instant from, Instant to, int limit) {
  std::vector<NewsVoices> voices;
  const Result<void> done = reader.query(
      R"sql(
        SELECT n.id, n.title, v.yes, v.no
        FROM (
          SELECT news_id, sum(useful) AS yes, count(*) - sum(useful) AS no
          FROM news_votes
          WHERE at >= ? AND at < ?
          GROUP BY news_id
        ) v
        JOIN news n ON n.id = v.news_id
        ORDER BY v.yes + v.no DESC, n.id DESC -- whole table: of the items that have a voice
        LIMIT ?
      )sql",
      {from.milliseconds, to.milliseconds, limit}, [&](const Row& row) {
        voices.push_back({row.integer(0), row.copy(1), row.integer(2), row.integer(3)});
        return true;
      });
  if (!done) return done.error();
  return voices;
}

Result<bool> any_news(Reader& reader) {
  return reader.first("SELECT 1 FROM news LIMIT 1", {}, [](const Row&) {});
}

}  // namespace hamandish::server

// Comments on news, as their authors see them.
#include <array>
#include <cstring>
#include <utility>

#include "server/base/random.h"
#include "server/service/news_parts.h"
#include "shared/identity/tracking_code.h"
#include "shared/news/news_comment.h"

namespace hamandish::server {
namespace {

using namespace news;  // NOLINT(google-build-using-namespace)

constexpr std::size_t kMostKeyBytes = 200;
constexpr int kShownAnswers = 3;

std::string new_code() {
  std::array<std::uint8_t, 32> bytes{};
  const std::string random = random_bytes(bytes.size());
  std::memcpy(bytes.data(), random.data(), bytes.size());
  return make_tracking_code(bytes, 16);
}

// The organisation's word on a comment, if there is one.
Result<void> add_official(Reader& reader, const NewsCommentRow& comment, std::vector<NewsCommentRow>& answers) {
  if (!comment.answered_at) return {};
  Result<std::optional<NewsCommentRow>> official = official_answer(reader, comment.id);
  if (!official) return official.error();
  if (*official) answers.push_back(std::move(**official));
  return {};
}

// What stands below a comment: the organisation's word, then people's answers after the one with the id `after`, each
// followed by the organisation's word on it.
Result<NewsService::Thread> thread_of(Reader& reader, const NewsCommentRow& comment, std::int64_t after, int limit) {
  NewsService::Thread thread{comment, {}, 0, after};
  if (Result<void> told = add_official(reader, comment, thread.answers); !told) return told.error();
  const Result<std::vector<NewsCommentRow>> direct = news_answers(reader, comment.id, after, limit);
  if (!direct) return direct.error();
  for (const NewsCommentRow& row : *direct) {
    thread.answers.push_back(row);
    thread.last = row.id;
    if (Result<void> told = add_official(reader, row, thread.answers); !told) return told.error();
  }
  if (direct->size() < static_cast<std::size_t>(limit)) return thread;
  const Result<std::int64_t> more = count_news_answers(reader, comment.id, thread.last);
  if (!more) return more.error();
  thread.more = *more;
  return thread;
}

// The public reads it, and it is no answer itself.
Result<NewsCommentRow> open_parent(Reader& reader, std::int64_t news_id, std::int64_t comment_id) {
  Result<std::optional<NewsCommentRow>> row = news_comment_by_id(reader, comment_id);
  if (!row) return row.error();
  const bool fits = *row && (*row)->news_id == news_id && (*row)->parent_id == 0 && !(*row)->official &&
                    (*row)->state == NewsCommentState::published;
  if (!fits) return no_comment();
  return std::move(**row);
}

}  // namespace

Result<std::vector<NewsService::Thread>> NewsService::threads(std::int64_t news_id, std::int64_t before, int limit) {
  std::vector<Thread> threads;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::vector<NewsCommentRow>> rows = published_news_comments(reader, news_id, before, limit);
    if (!rows) return rows.error();
    for (const NewsCommentRow& row : *rows) {
      Result<Thread> thread = thread_of(reader, row, 0, kShownAnswers);
      if (!thread) return thread.error();
      threads.push_back(std::move(thread).value());
    }
    return {};
  });
  if (!done) return done.error();
  return threads;
}

Result<NewsService::Thread> NewsService::thread(std::int64_t news_id, std::int64_t comment_id, std::int64_t after,
                                                int limit) {
  Thread thread;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<NewsCommentRow> row = open_parent(reader, news_id, comment_id);
    if (!row) return row.error();
    Result<Thread> found = thread_of(reader, *row, after, limit);
    if (!found) return found.error();
    thread = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return thread;
}

Result<NewsCommentRow> NewsService::answerable(std::int64_t news_id, std::int64_t comment_id) {
  NewsCommentRow comment;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<NewsCommentRow> row = open_parent(reader, news_id, comment_id);
    if (!row) return row.error();
    comment = std::move(row).value();
    return {};
  });
  if (!done) return done.error();
  return comment;
}

Result<std::string> NewsService::comment(const Where& where, const Answers& answers, std::string_view idempotency_key,
                                         Instant now) {
  if (idempotency_key.empty() || idempotency_key.size() > kMostKeyBytes) {
    return make_error(Code::invalid, "error.idempotency_missing");
  }
  const Result<NewsRow> item = published_item(where.item, now);
  if (!item) return item.error();
  const Result<NewsComment> checked = check_news_comment(answers);
  if (!checked) return checked.error();
  NewsCommentRow row;
  row.news_id = item->id;
  row.parent_id = where.parent_id;
  row.author = checked->author;
  row.body = checked->body;
  row.at = now;
  // The same words under the same key are one comment; other words are another one, whatever key the form had kept.
  row.request_key = sha256("news:" + std::to_string(item->id) + ":" + std::string(idempotency_key) + '\0' +
                           std::to_string(row.parent_id) + '\0' + row.author + '\0' + row.body)
                        .substr(0, 16);
  row.tracking_code = new_code();
  std::string code;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<NewsCommentRow>> before = news_comment_by_request(transaction, row.request_key);
    if (!before) return before.error();
    if (*before) {
      code = (*before)->tracking_code;
      return {};
    }
    const Result<NewsRow> current = need_item(transaction, row.news_id);
    if (!current) return current.error();
    if (current->comment_rule == CommentRule::closed) return make_error(Code::conflict, "news_comment.closed");
    if (row.parent_id != 0) {
      const Result<NewsCommentRow> parent = open_parent(transaction, row.news_id, row.parent_id);
      if (!parent) return parent.error();
    }
    NewsCommentRow stored = row;
    stored.state =
        current->comment_rule == CommentRule::after ? NewsCommentState::published : NewsCommentState::waiting;
    const Result<std::int64_t> inserted = insert_news_comment(transaction, stored);
    if (!inserted) return inserted.error();
    if (*inserted == 0) return make_error(Code::internal, "error.internal", "tracking code taken");
    code = row.tracking_code;
    return {};
  });
  if (!done) return done.error();
  return code;
}

Result<NewsService::OwnComment> NewsService::own_comment(std::string_view tracking_code) {
  OwnComment own;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<NewsCommentRow>> comment = news_comment_by_code(reader, tracking_code);
    if (!comment) return comment.error();
    if (!*comment) return make_error(Code::not_found, "news_comment.code_unknown");
    Result<NewsRow> item = need_item(reader, (*comment)->news_id);
    if (!item) return item.error();
    const Result<std::optional<NewsCommentRow>> answer = official_answer(reader, (*comment)->id);
    if (!answer) return answer.error();
    own = {std::move(**comment), std::move(item).value(), *answer ? (*answer)->body : std::string()};
    return {};
  });
  if (!done) return done.error();
  return own;
}

}  // namespace hamandish::server

// Comments on news, as public relations work on them.
#include <utility>

#include "server/service/cases_parts.h"
#include "server/service/news_parts.h"
#include "shared/news/news_comment.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

using namespace news;  // NOLINT(google-build-using-namespace)

constexpr int kMostTagsShown = 300;

Result<TaggedComment> need_comment(Reader& reader, std::int64_t id) {
  Result<std::optional<NewsCommentRow>> row = news_comment_by_id(reader, id);
  if (!row) return row.error();
  if (!*row || (*row)->official) return no_comment();
  Result<std::vector<std::string>> tags = news_tags_of(reader, id);
  if (!tags) return tags.error();
  return TaggedComment{std::move(**row), std::move(tags).value()};
}

std::string word(NewsCommentState state, const std::optional<CommentTone>& tone, const std::vector<std::string>& tags) {
  std::string words(wire_name(state));
  if (tone) words.append(" ").append(wire_name(*tone));
  if (!tags.empty()) words.append(" ").append(tags_text(tags));
  return words;
}

// The organisation's answer: a new one, or the words of the one that is there. Only below what all may read, `state`.
Result<void> write_answer(Transaction& transaction, const Actor& actor, const NewsCommentRow& comment,
                          const std::string& answer, NewsCommentState state, Instant now) {
  const Result<std::optional<NewsCommentRow>> known = official_answer(transaction, comment.id);
  if (!known) return known.error();
  if (*known && (*known)->body == answer) return {};
  if (state != NewsCommentState::published) return field_error("answer", "news_comment.answer_unpublished");
  if (*known) {
    if (Result<void> set = set_body(transaction, (*known)->id, answer); !set) return set;
    return tell_audit(transaction, actor, {"news_answers", comment.id}, {(*known)->body, answer}, now);
  }
  NewsCommentRow row;
  row.news_id = comment.news_id;
  row.parent_id = comment.id;
  row.official = true;
  row.user_id = user_id_of(actor);
  row.at = now;
  row.body = answer;
  row.state = NewsCommentState::published;
  const Result<std::int64_t> inserted = insert_news_comment(transaction, row);
  if (!inserted) return inserted.error();
  if (Result<void> set = set_answered(transaction, comment.id, now); !set) return set;
  return tell_audit(transaction, actor, {"news_answers", comment.id}, {{}, answer}, now);
}

Result<void> check_decision(const NewsService::Decision& decision) {
  if (decision.state == NewsCommentState::rejected && text::blank(decision.reason)) {
    return field_error("reason", "news_comment.reason_needed");
  }
  const auto most = static_cast<std::size_t>(kNewsCommentLetters);
  if (text::count_scalars(decision.answer) > most) return field_error("answer", "news_comment.answer_long");
  if (text::count_scalars(decision.reason) > most) return field_error("reason", "news_comment.answer_long");
  return {};
}

}  // namespace

Result<NewsService::Queue> NewsService::queue(const Actor& actor, const NewsQueueFilter& filter, std::int64_t before,
                                              int limit) {
  if (!may_keep_news(actor.role)) return forbidden();
  Queue queue;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::int64_t> waiting = count_news_comments(reader, NewsCommentState::waiting);
    if (!waiting) return waiting.error();
    queue.waiting = *waiting;
    const Result<std::vector<NewsCommentRow>> rows = news_queue(reader, filter, before, limit);
    if (!rows) return rows.error();
    for (const NewsCommentRow& row : *rows) {
      Result<std::vector<std::string>> tags = news_tags_of(reader, row.id);
      if (!tags) return tags.error();
      const Result<NewsRow> item = need_item(reader, row.news_id);
      if (!item) return item.error();
      queue.comments.push_back({row, std::move(tags).value()});
      queue.titles.push_back(item->title);
    }
    return {};
  });
  if (!done) return done.error();
  return queue;
}

Result<std::vector<std::string>> NewsService::tags(const Actor& actor) {
  if (!may_keep_news(actor.role)) return forbidden();
  std::vector<std::string> tags;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<std::string>> found = all_news_tags(reader, kMostTagsShown);
    if (!found) return found.error();
    tags = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return tags;
}

Result<NewsService::Handled> NewsService::one_comment(const Actor& actor, std::int64_t id) {
  if (!may_keep_news(actor.role)) return forbidden();
  Handled handled;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<TaggedComment> comment = need_comment(reader, id);
    if (!comment) return comment.error();
    Result<NewsRow> item = need_item(reader, comment->row.news_id);
    if (!item) return item.error();
    const Result<std::optional<NewsCommentRow>> parent = news_comment_by_id(reader, comment->row.parent_id);
    if (!parent) return parent.error();
    const Result<std::optional<NewsCommentRow>> answer = official_answer(reader, id);
    if (!answer) return answer.error();
    handled = {std::move(comment).value(), std::move(item).value(), *parent ? (*parent)->body : std::string(),
               *answer ? (*answer)->body : std::string()};
    return {};
  });
  if (!done) return done.error();
  return handled;
}

Result<void> NewsService::decide(const Actor& actor, std::int64_t comment_id, const Decision& decision, Instant now) {
  if (!may_keep_news(actor.role)) return forbidden();
  if (Result<void> fit = check_decision(decision); !fit) return fit;
  const std::string reason =
      decision.state == NewsCommentState::rejected ? text::for_storage(decision.reason) : std::string();
  const std::string answer = text::for_storage(decision.answer);
  const std::vector<std::string> tags = tags_in(decision.tags);
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<TaggedComment> comment = need_comment(transaction, comment_id);
    if (!comment) return comment.error();
    const NewsCommentRow& row = comment->row;
    Result<void> done = set_verdict(transaction, row, decision.state, reason);
    if (done) done = set_tone(transaction, comment_id, decision.tone);
    if (done) done = write_news_tags(transaction, comment_id, tags);
    if (done && !answer.empty()) done = write_answer(transaction, actor, row, answer, decision.state, now);
    if (!done) return done;
    const std::string before = word(row.state, row.tone, comment->tags);
    const std::string after = word(decision.state, decision.tone, tags);
    if (before == after) return {};
    return tell_audit(transaction, actor, {"news_comments", comment_id}, {before, after}, now);
  });
}

}  // namespace hamandish::server

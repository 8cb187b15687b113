// News as open data: JSON and Atom.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "server/http/atom.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_routes.h"
#include "server/http/news_views.h"
#include "server/http/open_data.h"
#include "server/http/reply.h"
#include "shared/json/json.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

Json summary_json(const NewsRow& row) {
  Json json = Json::object({{"id", row.id},
                            {"category", std::string(wire_name(row.category))},
                            {"title", row.title},
                            {"summary", row.summary},
                            {"published_at", row.publish_at.milliseconds},
                            {"updated_at", std::max(row.updated_at, row.publish_at).milliseconds},
                            {"pinned", row.pinned},
                            {"comments", row.comment_count},
                            {"address", pages::news_address(summary_of(row))}});
  if (!row.slug.empty()) json.set("slug", row.slug);
  return json;
}

Json comment_json(const NewsCommentRow& row) {
  Json json =
      Json::object({{"id", row.id}, {"at", row.at.milliseconds}, {"text", row.body}, {"official", row.official}});
  if (!row.author.empty()) json.set("author", row.author);
  return json;
}

Json thread_json(const NewsService::Thread& thread) {
  Json json = comment_json(thread.comment);
  Json answers = Json::array();
  for (const NewsCommentRow& row : thread.answers) answers.push(comment_json(row));
  json.set("answers", std::move(answers));
  json.set("more_answers", thread.more);
  return json;
}

AtomEntry entry_of(const NewsRow& row) {
  AtomEntry entry;
  entry.id = std::string(pages::kNewsPath) + "/" + std::to_string(row.id);
  entry.address = pages::news_address(summary_of(row));
  entry.title = row.title;
  entry.published = row.publish_at;
  entry.updated = std::max(row.updated_at, row.publish_at);
  entry.category = wire_name(row.category);
  entry.category_label = pages::category_word(row.category);
  entry.summary = row.summary;
  entry.content = row.body;
  return entry;
}

}  // namespace

Reply get_news(const Call& call) {
  const std::string_view name = call.request.query_value("category");
  const std::optional<NewsCategory> category = news_category_from(name);
  if (!name.empty() && !category) return error_reply(error_of_status(404));
  const std::string_view asked = call.request.query_value("page");
  const std::int64_t page = asked.empty() ? 1 : number_in(asked);
  if (page < 1) return error_reply(error_of_status(404));
  const Result<NewsService::List> list = call.context.services.news.published(category, page, call.now);
  if (!list) return error_reply(list.error());
  Json items = Json::array();
  for (const NewsRow& row : list->rows) items.push(summary_json(row));
  return json_reply(Json::object(
      {{"news", std::move(items)}, {"total", list->total}, {"page", page}, {"per_page", std::int64_t{kNewsPage}}}));
}

Reply get_news_item(const Call& call) {
  NewsService& news = call.context.services.news;
  const Result<NewsRow> row = news.published_item(call.request.path_value("id"), call.now);
  if (!row) return error_reply(row.error());
  const Result<std::vector<NewsService::Thread>> threads = news.threads(row->id, 0, kNewsPage);
  if (!threads) return error_reply(threads.error());
  Json json = summary_json(*row);
  json.set("text", row->body);
  json.set("comment_rule", std::string(wire_name(row->comment_rule)));
  json.set("useful", Json::object({{"yes", row->useful_yes}, {"no", row->useful_no}}));
  const Result<std::vector<NewsPictureRow>> rows = news.pictures(row->id);
  if (!rows) return error_reply(rows.error());
  Json pictures = Json::array();
  for (const pages::NewsPicture& one : pictures_of(*rows, pages::news_address(summary_of(*row)))) {
    pictures.push(Json::object({{"address", one.address},
                                {"small_address", one.address + "-small"},
                                {"alt", one.alt},
                                {"caption", one.caption},
                                {"width", std::int64_t{one.width}},
                                {"height", std::int64_t{one.height}}}));
  }
  json.set("pictures", std::move(pictures));
  Json comments = Json::array();
  for (const NewsService::Thread& thread : *threads) comments.push(thread_json(thread));
  json.set("newest_comments", std::move(comments));
  return json_reply(json);
}

Reply get_news_comments(const Call& call) {
  const Result<std::int64_t> before = after_in(call);
  if (!before) return error_reply(before.error());
  const Result<int> limit = limit_in(call);
  if (!limit) return error_reply(limit.error());
  NewsService& news = call.context.services.news;
  const Result<NewsRow> row = news.published_item(call.request.path_value("id"), call.now);
  if (!row) return error_reply(row.error());
  Result<std::vector<NewsService::Thread>> threads = news.threads(row->id, *before, *limit + 1);
  if (!threads) return error_reply(threads.error());
  std::string next;
  if (threads->size() > static_cast<std::size_t>(*limit)) {
    threads->pop_back();
    next = std::to_string(threads->back().comment.id);
  }
  Json comments = Json::array();
  for (const NewsService::Thread& thread : *threads) comments.push(thread_json(thread));
  return json_reply(Json::object({{"comments", std::move(comments)}, {"next", next}}));
}

Reply get_news_thread(const Call& call) {
  const Result<std::int64_t> after = after_in(call);
  if (!after) return error_reply(after.error());
  const Result<int> limit = limit_in(call);
  if (!limit) return error_reply(limit.error());
  NewsService& news = call.context.services.news;
  const Result<NewsRow> row = news.published_item(call.request.path_value("id"), call.now);
  if (!row) return error_reply(row.error());
  const std::int64_t comment = number_in(call.request.path_value("comment"));
  const Result<NewsService::Thread> thread = news.thread(row->id, comment, *after, *limit);
  if (!thread) return error_reply(thread.error());
  Json json = thread_json(*thread);
  json.set("next", thread->more > 0 ? std::to_string(thread->last) : std::string());
  return json_reply(json);
}

Reply get_news_feed(const Call& call) {
  const Result<NewsService::List> list = call.context.services.news.published(std::nullopt, 1, call.now);
  if (!list) return error_reply(list.error());
  AtomFeed feed;
  feed.title = say("page.title", {{"title", say("nav.news")}, {"organisation", call.profile->short_name}});
  feed.self = pages::kNewsFeed;
  feed.page = pages::kNewsPath;
  for (const NewsRow& row : list->rows) feed.entries.push_back(entry_of(row));
  return atom_reply(call, feed);
}

}  // namespace hamandish::server

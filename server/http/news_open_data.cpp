// News as open data: JSON and Atom (RFC 4287).
#include <algorithm>
#include <optional>
#include <utility>

#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_routes.h"
#include "server/http/news_views.h"
#include "server/http/reply.h"
#include "shared/json/iso_date.h"
#include "shared/json/json.h"
#include "shared/messages/messages.h"
#include "shared/view/escape.h"

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
  Json json = Json::object({{"at", row.at.milliseconds}, {"text", row.body}, {"official", row.official}});
  if (!row.author.empty()) json.set("author", row.author);
  return json;
}

Json thread_json(const NewsService::Thread& thread) {
  Json json = comment_json(thread.comment);
  Json answers = Json::array();
  for (const NewsCommentRow& row : thread.answers) answers.push(comment_json(row));
  json.set("answers", std::move(answers));
  return json;
}

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// RFC 3339 in UTC.
std::string atom_time(Instant at) {
  const std::int64_t days = at.milliseconds / kDay;
  const std::int64_t seconds = at.milliseconds % kDay / kSecond;
  return iso_date(Day{static_cast<std::int32_t>(days)}) + "T" + two_digits(seconds / 3600) + ":" +
         two_digits(seconds / 60 % 60) + ":" + two_digits(seconds % 60) + "Z";
}

void element(std::string& xml, std::string_view name, std::string_view text) {
  xml.append("<").append(name).append(">");
  view::append_escaped(xml, text);
  xml.append("</").append(name).append(">\n");
}

void link(std::string& xml, std::string_view relation, const std::string& address) {
  xml.append("<link rel=\"").append(relation).append("\" href=\"");
  view::append_escaped(xml, address);
  xml.append("\"/>\n");
}

// Where this site is, as the reader of the feed called it.
std::string origin_of(const Call& call) {
  return std::string(call.context.settings.behind_tls ? "https://" : "http://") +
         std::string(call.request.header("Host"));
}

void add_entry(std::string& xml, const std::string& origin, const NewsRow& row) {
  xml += "<entry>\n";
  element(xml, "id", origin + std::string(pages::kNewsPath) + "/" + std::to_string(row.id));
  element(xml, "title", row.title);
  element(xml, "published", atom_time(row.publish_at));
  element(xml, "updated", atom_time(std::max(row.updated_at, row.publish_at)));
  link(xml, "alternate", origin + pages::news_address(summary_of(row)));
  xml.append("<category term=\"").append(wire_name(row.category)).append("\" label=\"");
  view::append_escaped(xml, pages::category_word(row.category));
  xml += "\"/>\n";
  element(xml, "summary", row.summary);
  element(xml, "content", row.body);
  xml += "</entry>\n";
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
  Json comments = Json::array();
  for (const NewsService::Thread& thread : *threads) comments.push(thread_json(thread));
  json.set("newest_comments", std::move(comments));
  return json_reply(json);
}

Reply get_news_feed(const Call& call) {
  const Result<NewsService::List> list = call.context.services.news.published(std::nullopt, 1, call.now);
  if (!list) return error_reply(list.error());
  const std::string origin = origin_of(call);
  Instant newest{0};
  for (const NewsRow& row : list->rows) newest = std::max({newest, row.updated_at, row.publish_at});
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fa\">\n";
  element(xml, "id", origin + std::string(pages::kNewsPath));
  element(xml, "title", say("page.title", {{"title", say("nav.news")}, {"organisation", call.profile->short_name}}));
  element(xml, "updated", atom_time(newest));
  xml += "<author>";
  element(xml, "name", call.profile->name);
  xml += "</author>\n";
  link(xml, "self", origin + std::string(pages::kNewsFeed));
  link(xml, "alternate", origin + std::string(pages::kNewsPath));
  for (const NewsRow& row : list->rows) add_entry(xml, origin, row);
  xml += "</feed>\n";
  Reply reply;
  reply.content_type = "application/atom+xml; charset=utf-8";
  reply.body = std::move(xml);
  reply.set("Cache-Control", "public, max-age=300");
  return reply;
}

}  // namespace hamandish::server

#include "server/service/news_service.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/base/random.h"
#include "server/service/cases_parts.h"
#include "server/service/news_parts.h"
#include "server/store/audit_store.h"

namespace hamandish::server {
namespace news {

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}
Error no_news() {
  return make_error(Code::not_found, "news.not_found");
}
Error no_comment() {
  return make_error(Code::not_found, "news_comment.not_found");
}

Error field_error(const char* field, const char* key) {
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({field, key, {}});
  return error;
}

Result<std::optional<NewsRow>> find_item(Reader& reader, std::string_view id_or_slug) {
  if (is_news_slug(id_or_slug)) return news_by_slug(reader, id_or_slug);
  std::int64_t id = 0;
  const char* const last = id_or_slug.data() + id_or_slug.size();
  const auto [end, problem] = std::from_chars(id_or_slug.data(), last, id);
  if (problem != std::errc{} || end != last || id <= 0) return std::optional<NewsRow>();
  return news_by_id(reader, id);
}

Result<NewsRow> need_item(Reader& reader, std::int64_t id) {
  Result<std::optional<NewsRow>> row = news_by_id(reader, id);
  if (!row) return row.error();
  if (!*row) return no_news();
  return std::move(**row);
}

Result<void> tell_audit(Transaction& transaction, const Actor& actor, const Subject& subject, Change change,
                        Instant now) {
  AuditRow row;
  row.at = now;
  row.user_id = user_id_of(actor);
  row.area = subject.area;
  row.subject = std::to_string(subject.id);
  row.action = change.before.empty() ? "added" : "changed";
  row.before = std::move(change.before);
  row.after = std::move(change.after);
  return insert_audit(transaction, row);
}

}  // namespace news

Result<NewsService::List> NewsService::published(std::optional<NewsCategory> category, std::int64_t page, Instant now) {
  List list;
  const std::int64_t skip = (std::clamp<std::int64_t>(page, 1, 100000) - 1) * kNewsPage;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::int64_t> total = count_published_news(reader, category, now);
    if (!total) return total.error();
    Result<std::vector<NewsRow>> rows = published_news(reader, {category, skip, kNewsPage}, now);
    if (!rows) return rows.error();
    list = {std::move(rows).value(), *total};
    return {};
  });
  if (!done) return done.error();
  return list;
}

Result<NewsRow> NewsService::published_item(std::string_view id_or_slug, Instant now) {
  NewsRow item;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<NewsRow>> row = news::find_item(reader, id_or_slug);
    if (!row) return row.error();
    if (!*row || news_phase((*row)->state, (*row)->publish_at, now) != NewsPhase::published) return news::no_news();
    item = std::move(**row);
    return {};
  });
  if (!done) return done.error();
  return item;
}

namespace {

// Of the token in the cookie only this is kept.
std::string device_mark(std::string_view device) {
  return sha256(device).substr(0, 16);
}

}  // namespace

Result<std::optional<bool>> NewsService::voice(std::int64_t news_id, std::string_view device) {
  std::optional<bool> useful;
  if (device.empty()) return useful;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<bool>> found = vote_of(reader, news_id, device_mark(device));
    if (!found) return found.error();
    useful = *found;
    return {};
  });
  if (!done) return done.error();
  return useful;
}

Result<void> NewsService::vote(std::string_view item, std::string_view device, bool useful, Instant now) {
  const Result<NewsRow> row = published_item(item, now);
  if (!row) return row.error();
  const NewsVote vote{row->id, device_mark(device), useful, now};
  return database_.write([&](Transaction& transaction) { return write_vote(transaction, vote); });
}

}  // namespace hamandish::server

// Items of the news for staff: made, edited, published and withdrawn.
#include <utility>

#include "server/service/news_parts.h"
#include "server/store/public_texts_store.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

using namespace news;  // NOLINT(google-build-using-namespace)

Result<void> check_content(const NewsService::Content& content) {
  Error error = make_error(Code::invalid, "error.invalid");
  const auto need = [&](const std::string& value, const char* field, const char* key) {
    if (text::blank(value)) error.fields.push_back({field, key, {}});
  };
  need(content.title, "news_title", "news.title_needed");
  need(content.summary, "summary", "news.summary_needed");
  need(content.body, "news_text", "news.text_needed");
  if (!content.slug.empty() && !is_news_slug(content.slug)) error.fields.push_back({"slug", "news.slug_bad", {}});
  if (!error.fields.empty()) return error;
  return {};
}

void set_content(NewsRow& row, const NewsService::Content& content) {
  row.category = content.category;
  row.comment_rule = content.comment_rule;
  row.title = text::for_storage_one_line(content.title);
  row.slug = content.slug;
  row.summary = text::for_storage(content.summary);
  row.body = text::for_storage(content.body);
}

// Another item than `id` has the slug.
Result<bool> is_taken(Reader& reader, const std::string& slug, std::int64_t id) {
  if (slug.empty()) return false;
  const Result<std::optional<NewsRow>> other = news_by_slug(reader, slug);
  if (!other) return other.error();
  return *other && (*other)->id != id;
}

// The item in that version.
Result<NewsRow> present(Reader& reader, const NewsService::Edition& edition) {
  Result<NewsRow> row = need_item(reader, edition.id);
  if (row && row->version != edition.version) return make_error(Code::conflict, "news.changed_meanwhile");
  return row;
}

Result<void> save(Transaction& transaction, const NewsRow& row) {
  const Result<bool> saved = update_news(transaction, row);
  if (!saved) return saved.error();
  if (!*saved) return make_error(Code::conflict, "news.changed_meanwhile");
  return {};
}

void take_step(NewsRow& row, NewsStep step, Instant publish_at) {
  switch (step) {
    case NewsStep::publish:
      row.state = NewsState::published;
      row.publish_at = publish_at;
      return;
    case NewsStep::withdraw:
      row.state = NewsState::withdrawn;
      row.pinned = false;
      return;
    case NewsStep::pin:
    case NewsStep::unpin:
      row.pinned = step == NewsStep::pin;
      return;
  }
}

}  // namespace

Result<std::vector<NewsRow>> NewsService::all(const Actor& actor, std::int64_t before, int limit) {
  if (!may_keep_news(actor.role)) return forbidden();
  std::vector<NewsRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<NewsRow>> found = all_news(reader, before, limit);
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return rows;
}

Result<NewsRow> NewsService::item(const Actor& actor, std::int64_t id) {
  if (!may_keep_news(actor.role)) return forbidden();
  NewsRow row;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<NewsRow> found = need_item(reader, id);
    if (!found) return found.error();
    row = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return row;
}

Result<std::int64_t> NewsService::create(const Actor& actor, const Content& content, Instant now) {
  if (!may_keep_news(actor.role)) return forbidden();
  if (const Result<void> fit = check_content(content); !fit) return fit.error();
  NewsRow row;
  set_content(row, content);
  row.publish_at = row.updated_at = now;
  std::int64_t id = 0;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> taken = is_taken(transaction, row.slug, 0);
    if (!taken) return taken.error();
    if (*taken) return field_error("slug", "news.slug_taken");
    const Result<std::int64_t> inserted = insert_news(transaction, row);
    if (!inserted) return inserted.error();
    id = *inserted;
    NewsRow stored = row;
    stored.id = id;
    if (Result<void> indexed = index_news(transaction, stored); !indexed) return indexed;
    return tell_audit(transaction, actor, {"news", id}, {{}, row.title}, now);
  });
  if (!done) return done.error();
  return id;
}

Result<void> NewsService::edit(const Actor& actor, const Edition& edition, const Content& content, Instant now) {
  if (!may_keep_news(actor.role)) return forbidden();
  if (Result<void> fit = check_content(content); !fit) return fit;
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<NewsRow> row = present(transaction, edition);
    if (!row) return row.error();
    const Result<bool> taken = is_taken(transaction, content.slug, edition.id);
    if (!taken) return taken.error();
    if (*taken) return field_error("slug", "news.slug_taken");
    NewsRow changed = *row;
    set_content(changed, content);
    changed.updated_at = now;
    if (Result<void> saved = save(transaction, changed); !saved) return saved;
    if (Result<void> indexed = index_news(transaction, changed); !indexed) return indexed;
    return tell_audit(transaction, actor, {"news", edition.id},
                      {row->title + "\n" + row->summary + "\n" + row->body,
                       changed.title + "\n" + changed.summary + "\n" + changed.body},
                      now);
  });
}

Result<void> NewsService::take(const Actor& actor, const Edition& edition, NewsStep step, Instant publish_at,
                               Instant now) {
  if (!may_keep_news(actor.role)) return forbidden();
  if (step == NewsStep::publish && publish_at < now) return field_error("publish_day", "news.publish_in_past");
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<NewsRow> row = present(transaction, edition);
    if (!row) return row.error();
    if (!is_possible(step, row->state, row->pinned)) return make_error(Code::conflict, "news.not_possible_now");
    const std::string before(wire_name(row->state));
    take_step(*row, step, publish_at);
    if (Result<void> saved = save(transaction, *row); !saved) return saved;
    return tell_audit(transaction, actor, {"news", edition.id}, {before, std::string(wire_name(step))}, now);
  });
}

}  // namespace hamandish::server

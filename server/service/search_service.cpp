#include "server/service/search_service.h"

#include <optional>
#include <utility>

#include "server/base/log.h"
#include "server/store/public_texts_store.h"
#include "shared/consultations/transitions.h"

namespace hamandish::server {
namespace {

// Whether it was public and has been taken.
Result<bool> take_draft(Reader& reader, std::int64_t id, std::vector<DraftRow>& drafts) {
  Result<std::optional<DraftRow>> row = draft_by_id(reader, id);
  if (!row) return row.error();
  if (!*row || !is_public((*row)->state, (*row)->was_open)) return false;
  drafts.push_back(std::move(**row));
  return true;
}

Result<bool> take_news(Reader& reader, std::int64_t id, Instant now, std::vector<NewsRow>& news) {
  Result<std::optional<NewsRow>> row = news_by_id(reader, id);
  if (!row) return row.error();
  if (!*row || news_phase((*row)->state, (*row)->publish_at, now) != NewsPhase::published) return false;
  news.push_back(std::move(**row));
  return true;
}

}  // namespace

Result<void> SearchService::start() {
  std::int64_t added = 0;
  Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> indexed = index_forgotten_texts(transaction);
    if (!indexed) return indexed.error();
    added = *indexed;
    return {};
  });
  if (done && added > 0) log_info("texts_indexed", {{"texts", added}});
  return done;
}

Result<SearchService::Found> SearchService::find(std::string_view query, std::size_t limit, Instant now) {
  Found found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::vector<FoundText>> texts = find_public_texts(reader, query);
    if (!texts) return texts.error();
    for (const FoundText& text : *texts) {
      if (found.drafts.size() + found.news.size() == limit) {
        found.more = true;
        return {};
      }
      const Result<bool> taken = text.kind == PublicText::draft ? take_draft(reader, text.id, found.drafts)
                                                                : take_news(reader, text.id, now, found.news);
      if (!taken) return taken.error();
    }
    return {};
  });
  if (!done) return done.error();
  return found;
}

}  // namespace hamandish::server

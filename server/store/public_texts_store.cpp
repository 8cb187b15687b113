#include "server/store/public_texts_store.h"

#include <string>

#include "server/store/drafts_store.h"
#include "shared/text/search_key.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kKinds = 2;

// Newer texts have greater numbers within their kind; «newest first» needs no more.
std::int64_t number_of(PublicText kind, std::int64_t id) {
  return id * kKinds + static_cast<std::int64_t>(kind);
}

Result<std::vector<std::int64_t>> numbers(Reader& reader, std::string_view sql) {
  std::vector<std::int64_t> all;
  const Result<void> done = reader.query(sql, {}, [&](const Row& row) {
    all.push_back(row.integer(0));
    return true;
  });
  if (!done) return done.error();
  return all;
}

}  // namespace

Result<void> index_draft(Transaction& transaction, std::int64_t id) {
  const Result<std::optional<DraftRow>> draft = draft_by_id(transaction, id);
  if (!draft) return draft.error();
  if (!*draft) return {};
  std::string words = (*draft)->title + '\n' + (*draft)->purpose + '\n' + (*draft)->affects;
  for (const Edition edition : {Edition::proposed, Edition::amended}) {
    if (edition == Edition::amended && (*draft)->state != DraftState::issued) continue;
    const Result<Clauses> clauses = clauses_of(transaction, id, edition);
    if (!clauses) return clauses.error();
    for (const Clause& clause : *clauses) words += '\n' + clause.text;
  }
  return transaction.index_text(number_of(PublicText::draft, id), text::index_key((*draft)->title),
                                text::index_key(words));
}

Result<void> index_news(Transaction& transaction, const NewsRow& row) {
  return transaction.index_text(number_of(PublicText::news, row.id), text::index_key(row.title),
                                text::index_key(row.title + '\n' + row.summary + '\n' + row.body));
}

Result<std::int64_t> index_forgotten_texts(Transaction& transaction) {
  static_assert(kKinds == 2);
  const Result<std::vector<std::int64_t>> drafts = numbers(transaction, R"sql(
    -- whole table, once at the start
    SELECT id FROM drafts d WHERE NOT EXISTS (SELECT 1 FROM public_words w WHERE w.rowid = d.id * 2)
  )sql");
  if (!drafts) return drafts.error();
  for (const std::int64_t id : *drafts) {
    if (const Result<void> done = index_draft(transaction, id); !done) return done.error();
  }
  const Result<std::vector<std::int64_t>> news = numbers(transaction, R"sql(
    -- whole table, once at the start
    SELECT id FROM news n WHERE NOT EXISTS (SELECT 1 FROM public_words w WHERE w.rowid = n.id * 2 + 1)
  )sql");
  if (!news) return news.error();
  for (const std::int64_t id : *news) {
    const Result<std::optional<NewsRow>> row = news_by_id(transaction, id);
    if (!row) return row.error();
    if (!*row) continue;
    if (const Result<void> done = index_news(transaction, **row); !done) return done.error();
  }
  return static_cast<std::int64_t>(drafts->size() + news->size());
}

Result<std::vector<FoundText>> find_public_texts(Reader& reader, std::string_view text) {
  const Result<std::vector<std::int64_t>> found = reader.find_texts(text);
  if (!found) return found.error();
  std::vector<FoundText> all;
  all.reserve(found->size());
  for (const std::int64_t number : *found) {
    all.push_back({static_cast<PublicText>(number % kKinds), number / kKinds});
  }
  return all;
}

}  // namespace hamandish::server

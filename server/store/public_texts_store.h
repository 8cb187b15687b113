// What the public may search by its words: drafts with all their clauses, and news. A text that is not public yet stands in
// the index too; whoever reads it from there asks whether it is (server/service/search_service.cpp).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/news_store.h"

namespace hamandish::server {

enum class PublicText { draft, news };
struct FoundText {
  PublicText kind = PublicText::draft;
  std::int64_t id = 0;
};

// After every change of its words. Of a draft both texts count, the amended one from its issue on.
Result<void> index_draft(Transaction& transaction, std::int64_t id);
Result<void> index_news(Transaction& transaction, const NewsRow& row);
// What a database from before the index holds. Gives how many texts were added.
Result<std::int64_t> index_forgotten_texts(Transaction& transaction);

// As Reader::find_texts.
Result<std::vector<FoundText>> find_public_texts(Reader& reader, std::string_view text);

}  // namespace hamandish::server

// What the files of the news' service share. Not for others: they use news_service.h.
#pragma once

#include <string>
#include <string_view>

#include "server/service/news_service.h"

namespace hamandish::server::news {

Error forbidden();
Error no_news();
Error no_comment();
// Invalid with one field.
Error field_error(const char* field, const char* key);

// By number or slug, whatever its state.
Result<std::optional<NewsRow>> find_item(Reader& reader, std::string_view id_or_slug);
Result<NewsRow> need_item(Reader& reader, std::int64_t id);

struct Change {
  std::string before;
  std::string after;
};
struct Subject {
  const char* area;
  std::int64_t id;
};
Result<void> tell_audit(Transaction& transaction, const Actor& actor, const Subject& subject, Change change,
                        Instant now);

}  // namespace hamandish::server::news

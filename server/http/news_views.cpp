#include "server/http/news_views.h"

#include <algorithm>

#include "shared/text/utf8.h"

namespace hamandish::server {

pages::NewsSummary summary_of(const NewsRow& row) {
  pages::NewsSummary summary;
  summary.id = row.id;
  summary.slug = row.slug;
  summary.category = row.category;
  summary.title = row.title;
  summary.summary = row.summary;
  summary.publish_at = row.publish_at;
  summary.updated_at = row.updated_at;
  summary.pinned = row.pinned;
  summary.comments = row.comment_count;
  return summary;
}

pages::NewsWord word_of(const NewsCommentRow& row) {
  return {row.id, row.author, row.body, row.at, row.official, {}};
}

std::string typed_field(const Call& call, std::string_view name) {
  const std::string_view value = call.request.field(name);
  return text::valid_utf8(value) ? std::string(value) : std::string();
}

std::string_view rest_of_path(const Call& call, std::string_view prefix) {
  std::string_view rest = call.request.path;
  rest.remove_prefix(std::min(rest.size(), prefix.size()));
  while (rest.starts_with('/')) rest.remove_prefix(1);
  return rest;
}

}  // namespace hamandish::server

#include "server/http/news_views.h"

#include <algorithm>
#include <utility>

#include "server/http/context.h"
#include "server/http/page_routes.h"
#include "server/http/reply.h"
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

std::vector<pages::NewsPicture> pictures_of(const std::vector<NewsPictureRow>& rows, const std::string& item) {
  std::vector<pages::NewsPicture> pictures;
  pictures.reserve(rows.size());
  for (const NewsPictureRow& row : rows) {
    pictures.push_back({row.id, row.number, row.alt, row.caption, item + "/pictures/" + row.id, row.width, row.height,
                        row.small_width});
  }
  return pictures;
}

Reply picture_reply(const Call& call, std::int64_t news_id, std::string_view cache) {
  constexpr std::string_view kSmall = "-small";
  std::string_view id = call.request.path_value("picture");
  const bool small = id.ends_with(kSmall);
  if (small) id.remove_suffix(kSmall.size());
  Result<PictureBytes> bytes =
      call.context.services.news.picture(news_id, id, small ? PictureSize::small : PictureSize::large);
  if (!bytes) return error_page(call, bytes.error());
  Reply reply;
  reply.content_type = bytes->mime;
  reply.body = std::move(bytes->content);
  reply.set("Cache-Control", std::string(cache));
  return reply;
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

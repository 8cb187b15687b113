// Pictures of news: made from what was uploaded, with words for those who do not see them.
#include <utility>

#include "server/base/random.h"
#include "server/service/news_parts.h"
#include "server/service/picture.h"
#include "server/store/attachments_store.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

using namespace news;  // NOLINT(google-build-using-namespace)

constexpr std::size_t kMostPictures = 12;
constexpr std::size_t kMostWords = 300;

Result<std::string> uploaded(Database& database, const std::string& file, Instant now) {
  std::string bytes;
  const Result<void> done = database.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<AttachmentContent>> found = waiting_content(reader, file, now);
    if (!found) return found.error();
    if (!*found) return field_error("picture", "form.attachment_unknown");
    bytes = std::move((*found)->content);
    return {};
  });
  if (!done) return done.error();
  return bytes;
}

// All errors of the words at once.
Result<void> check_words(const NewsService::NewPicture& wanted) {
  Error error = make_error(Code::invalid, "error.invalid");
  if (wanted.file.empty()) error.fields.push_back({"picture", "picture.needed", {}});
  if (text::blank(wanted.alt)) error.fields.push_back({"alt", "picture.alt_needed", {}});
  for (const auto& [field, words] : {std::pair{"alt", &wanted.alt}, std::pair{"caption", &wanted.caption}}) {
    if (text::count_scalars(*words) > kMostWords) error.fields.push_back({field, "picture.words_too_long", {}});
  }
  if (!error.fields.empty()) return error;
  return {};
}

}  // namespace

Result<void> NewsService::add_picture(const Actor& actor, std::int64_t news_id, const NewPicture& wanted, Instant now) {
  if (!may_keep_news(actor.role)) return forbidden();
  if (Result<void> fit = check_words(wanted); !fit) return fit;
  const Result<std::string> bytes = uploaded(database_, wanted.file, now);
  if (!bytes) return bytes.error();
  const Result<ResizedPicture> made = resize_picture(*bytes);
  if (!made) {
    if (made.error().code == Code::internal) return made.error();
    Error error = field_error("picture", made.error().key.c_str());
    error.code = made.error().code;
    return error;
  }
  NewsPictureRow row;
  row.id = random_token(12);
  row.news_id = news_id;
  row.alt = text::for_storage_one_line(wanted.alt);
  row.caption = text::for_storage_one_line(wanted.caption);
  row.mime = made->mime;
  row.width = made->width;
  row.height = made->height;
  row.small_width = made->small_width;
  return database_.write([&](Transaction& transaction) -> Result<void> {
    if (const Result<NewsRow> item = need_item(transaction, news_id); !item) return item.error();
    const Result<std::vector<NewsPictureRow>> present = server::pictures_of(transaction, news_id);
    if (!present) return present.error();
    if (present->size() >= kMostPictures) return field_error("picture", "picture.too_many");
    if (Result<void> stored = insert_picture(transaction, row, made->small, made->large); !stored) return stored;
    if (const Result<bool> gone = delete_waiting(transaction, wanted.file); !gone) return gone.error();
    return tell_audit(transaction, actor, {"news_pictures", news_id}, {{}, row.alt}, now);
  });
}

Result<void> NewsService::remove_picture(const Actor& actor, std::int64_t news_id, std::string_view id, Instant now) {
  if (!may_keep_news(actor.role)) return forbidden();
  const std::string wanted(id);
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> removed = delete_picture(transaction, news_id, wanted);
    if (!removed) return removed.error();
    if (!*removed) return make_error(Code::not_found, "error.not_found");
    return tell_audit(transaction, actor, {"news_pictures", news_id}, {wanted, {}}, now);
  });
}

Result<std::vector<NewsPictureRow>> NewsService::pictures(std::int64_t news_id) {
  std::vector<NewsPictureRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<NewsPictureRow>> found = server::pictures_of(reader, news_id);
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return rows;
}

Result<PictureBytes> NewsService::picture(std::int64_t news_id, std::string_view id, PictureSize size) {
  PictureBytes bytes;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<PictureBytes>> found = picture_bytes(reader, news_id, id, size);
    if (!found) return found.error();
    if (!*found) return make_error(Code::not_found, "error.not_found");
    bytes = std::move(**found);
    return {};
  });
  if (!done) return done.error();
  return bytes;
}

}  // namespace hamandish::server

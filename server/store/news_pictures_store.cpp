#include "server/store/news_pictures_store.h"

namespace hamandish::server {

Result<void> insert_picture(Transaction& transaction, const NewsPictureRow& row, std::string_view small,
                            std::string_view large) {
  Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO news_pictures (id, news_id, number, alt, caption, mime, width, height, small_width)
        VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM news_pictures WHERE news_id = ?), ?, ?, ?, ?, ?, ?)
      )sql",
      {row.id, row.news_id, row.news_id, row.alt, Bound::text_or_null(row.caption), row.mime, row.width, row.height,
       row.small_width});
  if (!done) return done.error();
  int size = 0;
  for (const std::string_view content : {small, large}) {
    done = transaction.execute("INSERT INTO news_picture_bytes (picture_id, size, content) VALUES (?, ?, ?)",
                               {row.id, size++, Bound::bytes(content)});
    if (!done) return done.error();
  }
  return {};
}

Result<std::vector<NewsPictureRow>> pictures_of(Reader& reader, std::int64_t news_id) {
  std::vector<NewsPictureRow> all;
  const Result<void> done = reader.query(
      R"sql(
        SELECT id, number, alt, caption, mime, width, height, small_width
        FROM news_pictures
        WHERE news_id = ?
        ORDER BY number
      )sql",
      {news_id}, [&](const Row& row) {
        NewsPictureRow found;
        found.id = row.copy(0);
        found.news_id = news_id;
        found.number = row.integer(1);
        found.alt = row.copy(2);
        found.caption = row.copy(3);
        found.mime = row.copy(4);
        found.width = static_cast<int>(row.integer(5));
        found.height = static_cast<int>(row.integer(6));
        found.small_width = static_cast<int>(row.integer(7));
        all.push_back(std::move(found));
        return true;
      });
  if (!done) return done.error();
  return all;
}

Result<std::optional<PictureBytes>> picture_bytes(Reader& reader, std::int64_t news_id, std::string_view id,
                                                  PictureSize size) {
  std::optional<PictureBytes> found;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT p.mime, b.content
        FROM news_pictures p
        JOIN news_picture_bytes b ON b.picture_id = p.id AND b.size = ?
        WHERE p.id = ? AND p.news_id = ?
      )sql",
      {size == PictureSize::small ? 0 : 1, id, news_id}, [&](const Row& row) {
        found = PictureBytes{row.copy(0), row.copy(1)};
      });
  if (!done) return done.error();
  return found;
}

Result<bool> delete_picture(Transaction& transaction, std::int64_t news_id, std::string_view id) {
  const Result<std::int64_t> done =
      transaction.execute("DELETE FROM news_pictures WHERE id = ? AND news_id = ?", {id, news_id});
  if (!done) return done.error();
  return *done == 1;
}

}  // namespace hamandish::server

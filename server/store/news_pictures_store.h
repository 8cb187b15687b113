// Pictures of news items, each in two sizes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"

namespace hamandish::server {

struct NewsPictureRow {
  std::string id;
  std::int64_t news_id = 0;
  std::int64_t number = 0;  // within the item, from 1, never used twice; given by insert_picture
  std::string alt;
  std::string caption;  // may be empty
  std::string mime;
  int width = 0;  // of the large one
  int height = 0;
  int small_width = 0;
};

enum class PictureSize { small, large };
struct PictureBytes {
  std::string mime;
  std::string content;
};

Result<void> insert_picture(Transaction& transaction, const NewsPictureRow& row, std::string_view small,
                            std::string_view large);
// In their order.
Result<std::vector<NewsPictureRow>> pictures_of(Reader& reader, std::int64_t news_id);
Result<std::optional<PictureBytes>> picture_bytes(Reader& reader, std::int64_t news_id, std::string_view id,
                                                  PictureSize size);
// False if the item has no such picture.
Result<bool> delete_picture(Transaction& transaction, std::int64_t news_id, std::string_view id);

}  // namespace hamandish::server

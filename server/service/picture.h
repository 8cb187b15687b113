// Makes two pictures for the web from whatever a camera or a designer gives: the right way up, in two sizes, without EXIF or
// any other note of where and when it was taken.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace hamandish::server {

inline constexpr int kSmallPicture = 480;  // the longer side, at most
inline constexpr int kLargePicture = 1280;
inline constexpr int kLeastPicture = 200;       // the shorter side of what is sent, at least
inline constexpr int kMostPixels = 40'000'000;  // of what is sent

struct ResizedPicture {
  std::string mime;  // image/jpeg, or image/png for one with transparent parts
  std::string small;
  std::string large;
  int width = 0;  // of the large one
  int height = 0;
  int small_width = 0;
};

// From JPEG or PNG, told by its content. One at a time, whatever the number of threads, because each may need 100 MB.
// Invalid: picture.kind, picture.broken, picture.too_small; too large: picture.too_many_pixels, found out before any pixel
// is read.
Result<ResizedPicture> resize_picture(std::string_view bytes);

}  // namespace hamandish::server

// What a file is, by its content alone.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace hamandish::server {

class FileTypes {
 public:
  FileTypes();
  ~FileTypes();
  FileTypes(const FileTypes&) = delete;
  FileTypes& operator=(const FileTypes&) = delete;

  // Loads libmagic's rules. Unavailable if they are missing.
  Result<void> start();

  // The media type if citizens may attach such a file: pdf, jpg, png, webp, docx, xlsx, mp3, wav, ogg, m4a; "" if not.
  // From any thread.
  std::string allowed_type(std::string_view bytes);

 private:
  struct Cookie;
  std::mutex mutex_;  // a cookie of libmagic is for one thread at a time
  std::unique_ptr<Cookie> cookie_;
};

}  // namespace hamandish::server

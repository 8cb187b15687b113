// Files that citizens send before the case that they belong to exists. The type is decided by the content.
#pragma once

#include <memory>
#include <string_view>

#include "server/store/database.h"
#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace hamandish::server {

inline constexpr std::int64_t kMaxUploadBytes = 10L * 1024 * 1024;
inline constexpr int kMaxUploadsPerCase = 5;
inline constexpr std::int64_t kUploadLifetime = kDay;  // without a case it is deleted after this time

class UploadsService {
 public:
  explicit UploadsService(Database& database);
  ~UploadsService();
  UploadsService(const UploadsService&) = delete;
  UploadsService& operator=(const UploadsService&) = delete;

  // Loads libmagic's rules. Once, before store_upload. Unavailable if they are missing.
  Result<void> start();

  // `file_name` as the citizen named it, UTF-8, without a path. Too large «upload.too_large»; invalid with field
  // `attachments`: «upload.empty», «upload.kind_not_allowed», «upload.no_name»; busy «error.busy» when too much
  // waits for a case already. The id is unguessable and is the right to attach it.
  Result<api::AttachmentInfo> store_upload(std::string_view file_name, std::string_view bytes, Instant now);

  // What store_upload asks of a file, without storing it: its name as it would be stored, its kind, its size; no id.
  Result<api::AttachmentInfo> check_upload(std::string_view file_name, std::string_view bytes);

  // Deletes a file that no case has yet. Not found otherwise.
  Result<void> remove_upload(std::string_view id, Instant now);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hamandish::server

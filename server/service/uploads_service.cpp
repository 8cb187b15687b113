#include "server/service/uploads_service.h"

#include "server/base/random.h"
#include "server/service/file_type.h"
#include "server/store/attachments_store.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMaxNameBytes = 1000;
constexpr std::size_t kMaxNameScalars = 150;
constexpr std::int64_t kMaxWaitingBytes = 2LL * 1024 * 1024 * 1024;  // of all people together

Error refused(std::string_view key, Params params = {}) {
  return Error{Code::invalid, std::string(key), params, {{"attachments", std::string(key), params}}, {}};
}

// The last part of a path, as some browsers send one, in the form that is stored; "" if nothing readable is left.
std::string stored_name(std::string_view name) {
  if (name.size() > kMaxNameBytes || !text::valid_utf8(name)) return {};
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string stored = text::for_storage_one_line(name);
  if (stored == "." || stored == ".." || text::count_scalars(stored) > kMaxNameScalars) return {};
  return stored;
}

}  // namespace

struct UploadsService::Parts {
  Database& database;
  FileTypes types;
};

UploadsService::UploadsService(Database& database) : parts_(new Parts{database, {}}) {}

UploadsService::~UploadsService() = default;

Result<void> UploadsService::start() {
  return parts_->types.start();
}

Result<api::AttachmentInfo> UploadsService::check_upload(std::string_view file_name, std::string_view bytes) {
  if (static_cast<std::int64_t>(bytes.size()) > kMaxUploadBytes) {
    Error error = refused("upload.too_large", {{"max", std::to_string(kMaxUploadBytes / (1024LL * 1024))}});
    error.code = Code::too_large;
    return error;
  }
  if (bytes.empty()) return refused("upload.empty");
  std::string name = stored_name(file_name);
  if (name.empty()) return refused("upload.no_name");
  std::string mime = parts_->types.allowed_type(bytes);
  if (mime.empty()) return refused("upload.kind_not_allowed");
  return api::AttachmentInfo{{}, std::move(name), std::move(mime), static_cast<std::int64_t>(bytes.size())};
}

Result<api::AttachmentInfo> UploadsService::store_upload(std::string_view file_name, std::string_view bytes,
                                                         Instant now) {
  const Result<api::AttachmentInfo> checked = check_upload(file_name, bytes);
  if (!checked) return checked.error();
  AttachmentRow row;
  row.file_name = checked->file_name;
  row.mime = checked->mime;
  row.id = random_token(16);
  row.bytes = static_cast<std::int64_t>(bytes.size());
  row.sha256 = sha256(bytes);
  const Result<void> done = parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> waiting = waiting_bytes(transaction);
    if (!waiting) return waiting.error();
    if (*waiting + row.bytes > kMaxWaitingBytes) return make_error(Code::busy, "error.busy", "too many uploads wait");
    return insert_waiting_attachment(transaction, row, bytes, now + kUploadLifetime);
  });
  if (!done) return done.error();
  return api::AttachmentInfo{row.id, row.file_name, row.mime, row.bytes};
}

Result<void> UploadsService::remove_upload(std::string_view id, Instant /*now*/) {
  return parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> deleted = delete_waiting(transaction, id);
    if (!deleted) return deleted.error();
    if (!*deleted) return make_error(Code::not_found, "form.attachment_unknown");
    return {};
  });
}

}  // namespace hamandish::server

#include "server/service/file_type.h"

#include <magic.h>

#include <array>

namespace hamandish::server {
namespace {

struct Known {
  std::string_view reported;  // by libmagic 5.44
  std::string_view type;      // what we say
};

constexpr std::string_view kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr std::array kKnown = {
    Known{"application/pdf", "application/pdf"},
    Known{"image/jpeg", "image/jpeg"},
    Known{"image/png", "image/png"},
    Known{"image/webp", "image/webp"},
    Known{kDocx, kDocx},
    Known{kXlsx, kXlsx},
    Known{"audio/mpeg", "audio/mpeg"},
    Known{"audio/x-wav", "audio/wav"},
    Known{"audio/wav", "audio/wav"},
    Known{"audio/ogg", "audio/ogg"},
    Known{"application/ogg", "audio/ogg"},
    Known{"audio/x-m4a", "audio/mp4"},
    Known{"audio/mp4", "audio/mp4"},
};

// Office writers other than Microsoft's order the parts of the zip so that libmagic sees a plain zip. The names of the
// parts that every such document must have (ECMA-376 part 2) stand uncompressed in the zip's directory.
std::string_view office_type(std::string_view bytes) {
  if (bytes.find("[Content_Types].xml") == std::string_view::npos) return "";
  if (bytes.find("word/document.xml") != std::string_view::npos) return kDocx;
  if (bytes.find("xl/workbook.xml") != std::string_view::npos) return kXlsx;
  return "";
}

}  // namespace

struct FileTypes::Cookie {
  magic_t handle = nullptr;
  ~Cookie() {
    if (handle != nullptr) magic_close(handle);
  }
};

FileTypes::FileTypes() = default;
FileTypes::~FileTypes() = default;

Result<void> FileTypes::start() {
  auto cookie = std::make_unique<Cookie>();
  cookie->handle = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF);
  if (cookie->handle == nullptr || magic_load(cookie->handle, nullptr) != 0) {
    return make_error(Code::unavailable, "error.unavailable", "libmagic has no rules");
  }
  cookie_ = std::move(cookie);
  return {};
}

std::string FileTypes::allowed_type(std::string_view bytes) {
  std::string reported;
  {
    const std::lock_guard lock(mutex_);
    const char* type = cookie_ ? magic_buffer(cookie_->handle, bytes.data(), bytes.size()) : nullptr;
    if (type != nullptr) reported = type;
  }
  if (reported == "application/zip" || reported == "application/octet-stream") {
    if (bytes.substr(0, 4) == std::string_view("PK\x03\x04", 4)) return std::string(office_type(bytes));
    return {};
  }
  for (const Known& known : kKnown) {
    if (known.reported == reported) return std::string(known.type);
  }
  return {};
}

}  // namespace hamandish::server

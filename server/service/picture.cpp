#include "server/service/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

namespace hamandish::server {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Pixbuf = std::unique_ptr<GdkPixbuf, Unref>;
using Loader = std::unique_ptr<GdkPixbufLoader, Unref>;

// A failure of the library: its own words are for nobody.
class Failure {
 public:
  Failure() = default;
  ~Failure() { g_clear_error(&error_); }
  Failure(const Failure&) = delete;
  Failure& operator=(const Failure&) = delete;
  GError** out() { return &error_; }

 private:
  GError* error_ = nullptr;
};

struct Size {
  int width = 0;
  int height = 0;
};

Size fitted(Size size, int most) {
  const int longer = std::max(size.width, size.height);
  if (longer <= most) return size;
  const auto scaled = [&](int side) {
    return std::max(1, static_cast<int>(static_cast<std::int64_t>(side) * most / longer));
  };
  return {scaled(size.width), scaled(size.height)};
}

// What the header said, before any pixel is read.
struct Header {
  Size size;
  std::string_view problem;
};

// Called by the loader when it knows the size. A size of nothing ends the loading.
void size_known(GdkPixbufLoader* loader, int width, int height, void* data) {
  auto& header = *static_cast<Header*>(data);
  header.size = {width, height};
  if (static_cast<std::int64_t>(width) * height > kMostPixels) {
    header.problem = "picture.too_many_pixels";
  } else if (std::min(width, height) < kLeastPicture) {
    header.problem = "picture.too_small";
  }
  const Size wanted = header.problem.empty() ? fitted({width, height}, kLargePicture) : Size{};
  gdk_pixbuf_loader_set_size(loader, wanted.width, wanted.height);
}

const char* type_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return "jpeg";
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "png";
  return nullptr;
}

// The loaders make do with a file that breaks off and paint the rest grey: a picture must come to its end.
bool is_whole(std::string_view bytes, std::string_view type) {
  if (type == "png") return bytes.find("IEND") != std::string_view::npos;
  const std::size_t end = bytes.rfind("\xFF\xD9");
  return end != std::string_view::npos && end > bytes.size() / 2;  // not that of the small picture inside EXIF
}

// Gives back nothing if the library could not read it.
Pixbuf load(std::string_view bytes, const char* type, Header& header) {
  Failure failure;
  const Loader loader(gdk_pixbuf_loader_new_with_type(type, failure.out()));
  if (!loader) return nullptr;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): GLib's way to take any handler
  g_signal_connect_data(loader.get(), "size-prepared", reinterpret_cast<GCallback>(&size_known), &header, nullptr,
                        static_cast<GConnectFlags>(0));
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes
  const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
  const bool written = gdk_pixbuf_loader_write(loader.get(), data, bytes.size(), failure.out()) != 0;
  Failure at_end;
  const bool closed = gdk_pixbuf_loader_close(loader.get(), at_end.out()) != 0;
  GdkPixbuf* const found = gdk_pixbuf_loader_get_pixbuf(loader.get());
  if (!written || !closed || found == nullptr || !header.problem.empty()) return nullptr;
  return Pixbuf(gdk_pixbuf_apply_embedded_orientation(found));
}

// No option of the pixbuf is written: neither EXIF nor colour profile nor text goes along.
std::string saved(const Pixbuf& picture, bool transparent) {
  Failure failure;
  char* buffer = nullptr;
  gsize size = 0;
  const bool done = transparent
                        ? gdk_pixbuf_save_to_buffer(picture.get(), &buffer, &size, "png", failure.out(), nullptr) != 0
                        : gdk_pixbuf_save_to_buffer(picture.get(), &buffer, &size, "jpeg", failure.out(), "quality",
                                                    "84", nullptr) != 0;
  const std::unique_ptr<char, decltype(&g_free)> owned(buffer, &g_free);
  return done ? std::string(buffer, size) : std::string();
}

Error wrong(std::string_view key) {
  Error error = make_error(key == "picture.too_many_pixels" ? Code::too_large : Code::invalid, std::string(key));
  return error;
}

}  // namespace

Result<ResizedPicture> resize_picture(std::string_view bytes) {
  static std::mutex one_at_a_time;
  const char* const type = type_of(bytes);
  if (type == nullptr) return wrong("picture.kind");
  if (!is_whole(bytes, type)) return wrong("picture.broken");
  const std::lock_guard lock(one_at_a_time);
  Header header;
  const Pixbuf large = load(bytes, type, header);
  if (!header.problem.empty()) return wrong(header.problem);
  if (!large) return wrong("picture.broken");
  ResizedPicture made;
  const bool transparent = gdk_pixbuf_get_has_alpha(large.get()) != 0;
  made.mime = transparent ? "image/png" : "image/jpeg";
  made.width = gdk_pixbuf_get_width(large.get());
  made.height = gdk_pixbuf_get_height(large.get());
  const Size small_size = fitted({made.width, made.height}, kSmallPicture);
  const Pixbuf small(gdk_pixbuf_scale_simple(large.get(), small_size.width, small_size.height, GDK_INTERP_BILINEAR));
  if (!small) return make_error(Code::internal, "error.internal", "no memory for a picture");
  made.small_width = small_size.width;
  made.large = saved(large, transparent);
  made.small = saved(small, transparent);
  if (made.large.empty() || made.small.empty())
    return make_error(Code::internal, "error.internal", "picture not written");
  return made;
}

}  // namespace hamandish::server

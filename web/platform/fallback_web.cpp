#include "shared/text/utf8.h"
#include "web/platform/fallback.h"

extern "C" {
// web/platform/js/fallback.js
float hm_fallback_advance(const char* text, std::size_t bytes, float size);
// Draws and answers width, height, left, top, coloured in `box`; false if nothing was drawn.
int hm_fallback_draw(const char* text, std::size_t bytes, float size, std::int32_t* box);
// Copies the pixels of the last hm_fallback_draw, width * height * 4 bytes.
void hm_fallback_pixels(std::uint8_t* out);
}

namespace hamandish::platform {
namespace {

class WebFallback : public text::Fallback {
 public:
  float advance(std::u32string_view cluster, float size) override {
    const std::string utf8 = text::to_utf8(cluster);
    return hm_fallback_advance(utf8.data(), utf8.size(), size);
  }

  bool draw(std::u32string_view cluster, float device_pixels, text::Picture& picture) override {
    const std::string utf8 = text::to_utf8(cluster);
    std::int32_t box[5] = {};
    if (hm_fallback_draw(utf8.data(), utf8.size(), device_pixels, box) == 0) return false;
    picture.width = box[0];
    picture.height = box[1];
    picture.left = box[2];
    picture.top = box[3];
    picture.coloured = box[4] != 0;
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    hm_fallback_pixels(picture.rgba.data());
    return true;
  }
};

}  // namespace

std::unique_ptr<text::Fallback> make_fallback() {
  return std::make_unique<WebFallback>();
}

}  // namespace hamandish::platform

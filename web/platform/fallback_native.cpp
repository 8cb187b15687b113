#include "web/platform/fallback.h"

namespace hamandish::platform {
namespace {

class NativeFallback : public text::Fallback {
 public:
  float advance(std::u32string_view, float size) override { return size; }
  bool draw(std::u32string_view, float, text::Picture&) override { return false; }
};

}  // namespace

std::unique_ptr<text::Fallback> make_fallback() {
  return std::make_unique<NativeFallback>();
}

}  // namespace hamandish::platform

#include "web/text/glyph_atlas.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "imstb_rectpack.h"
#include "imstb_truetype.h"
#include "web/text/fallback.h"
#include "web/text/font.h"

namespace hamandish::text {
namespace {

constexpr int first_size = 1024;
constexpr int largest_size = 4096;  // every WebGL 2 device has it
constexpr int first_colour_size = 512;
constexpr int largest_colour_size = 2048;  // 16 MB
constexpr int gap = 1;                     // empty pixels between pictures

std::uint64_t key_of(std::uint32_t id, float device_size, int quarter) {
  const auto size = static_cast<std::uint64_t>(std::lround(device_size * 16));
  return static_cast<std::uint64_t>(id) << 32U | size << 2U | static_cast<std::uint64_t>(quarter);
}

}  // namespace

Sheet::Sheet(int size, int channels)
    : size_(size),
      channels_(channels),
      pixels_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size * channels), 0),
      packer_(std::make_unique<stbrp_context>()),
      nodes_(static_cast<std::size_t>(size)) {
  stbrp_init_target(packer_.get(), size, size, nodes_.data(), size);
  touch_all();
}

Sheet::~Sheet() = default;
Sheet::Sheet(Sheet&&) noexcept = default;
Sheet& Sheet::operator=(Sheet&&) noexcept = default;

bool Sheet::reserve(int width, int height, Box& box) {
  stbrp_rect wanted{};
  wanted.w = width + gap;
  wanted.h = height + gap;
  if (stbrp_pack_rects(packer_.get(), &wanted, 1) == 0) return false;
  box = {wanted.x, wanted.y, width, height};
  return true;
}

std::uint8_t* Sheet::at(int x, int y) {
  return pixels_.data() + (static_cast<std::ptrdiff_t>(y) * size_ + x) * channels_;
}

void Sheet::touch(const Box& box) {
  if (dirty_.width == 0) {
    dirty_ = box;
    return;
  }
  const int right = std::max(dirty_.x + dirty_.width, box.x + box.width);
  const int bottom = std::max(dirty_.y + dirty_.height, box.y + box.height);
  dirty_.x = std::min(dirty_.x, box.x);
  dirty_.y = std::min(dirty_.y, box.y);
  dirty_.width = right - dirty_.x;
  dirty_.height = bottom - dirty_.y;
}

Sheet::Box Sheet::take_dirty() {
  return std::exchange(dirty_, Box{});
}

GlyphAtlas::GlyphAtlas(const Font& font) : font_(font), coverage_(first_size, 1), colour_size_(first_colour_size) {
  clear(false);
}

void GlyphAtlas::clear(bool bigger) {
  const int size = bigger ? std::min(coverage_.size() * 2, largest_size) : coverage_.size();
  coverage_ = Sheet(size, 1);
  colour_.reset();
  if (bigger) colour_size_ = std::min(colour_size_ * 2, largest_colour_size);
  spots_.clear();
  clusters_.clear();
  // Plain areas are drawn from the same sheet: its first corner is full coverage.
  Sheet::Box white;
  if (!coverage_.reserve(3, 3, white)) return;
  for (int y = 0; y < white.height; ++y)
    std::fill_n(coverage_.at(white.x, white.y + y), white.width, std::uint8_t{255});
}

void GlyphAtlas::context_lost() {
  coverage_.touch_all();
  if (colour_) colour_->touch_all();
}

const Spot* GlyphAtlas::glyph(std::uint32_t id, float device_size, int quarter) {
  const std::uint64_t key = key_of(id, device_size, quarter);
  if (const auto found = spots_.find(key); found != spots_.end()) return &found->second;
  const stbtt_fontinfo* outlines = &font_.outlines();
  const float scale = stbtt_ScaleForMappingEmToPixels(outlines, device_size);
  const float shift = static_cast<float>(quarter) / 4;
  const int index = static_cast<int>(id);
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  stbtt_GetGlyphBitmapBoxSubpixel(outlines, index, scale, scale, shift, 0, &x0, &y0, &x1, &y1);
  Spot spot;
  if (x1 > x0 && y1 > y0) {
    if (!coverage_.reserve(x1 - x0, y1 - y0, spot.box)) return nullptr;
    stbtt_MakeGlyphBitmapSubpixel(outlines, coverage_.at(spot.box.x, spot.box.y), x1 - x0, y1 - y0, coverage_.size(),
                                  scale, scale, shift, 0, index);
    coverage_.touch(spot.box);
    spot.left = x0;
    spot.top = y0;
  }
  return &spots_.emplace(key, spot).first->second;
}

const Spot* GlyphAtlas::cluster(std::u32string_view cluster, float device_size, Fallback& fallback) {
  key_.assign(1, static_cast<char32_t>(std::lround(device_size * 4)));
  key_.append(cluster);
  if (const auto found = clusters_.find(key_); found != clusters_.end()) return &found->second;
  Spot spot;
  Picture picture;
  if (fallback.draw(cluster, device_size, picture) && picture.width > 0 && picture.height > 0) {
    if (!colour_) colour_ = std::make_unique<Sheet>(colour_size_, 4);
    if (!colour_->reserve(picture.width, picture.height, spot.box)) return nullptr;
    const std::ptrdiff_t row = static_cast<std::ptrdiff_t>(picture.width) * 4;
    for (int y = 0; y < picture.height; ++y) {
      std::copy_n(picture.rgba.data() + y * row, row, colour_->at(spot.box.x, spot.box.y + y));
    }
    colour_->touch(spot.box);
    spot.left = picture.left;
    spot.top = -picture.top;
    spot.coloured = picture.coloured;
    spot.on_colour = true;
  }
  return &clusters_.emplace(key_, spot).first->second;
}

}  // namespace hamandish::text

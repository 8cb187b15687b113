// What comes out of a camera becomes two clean pictures; what pretends to be one is refused with words that help.
#include "server/service/picture.h"

#include <doctest/doctest.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

#include <string>
#include <vector>

namespace hamandish::server {
namespace {

// A picture of this size, red above and blue below.
std::string picture(int width, int height, const char* type, bool alpha = false) {
  GdkPixbuf* const made = gdk_pixbuf_new(GDK_COLORSPACE_RGB, alpha ? 1 : 0, 8, width, height);
  gdk_pixbuf_fill(made, 0xcc0000ff);
  GdkPixbuf* const below = gdk_pixbuf_new_subpixbuf(made, 0, height / 2, width, height - height / 2);
  gdk_pixbuf_fill(below, 0x0000ccff);
  g_object_unref(below);
  char* buffer = nullptr;
  gsize size = 0;
  REQUIRE(gdk_pixbuf_save_to_buffer(made, &buffer, &size, type, nullptr, nullptr) != 0);
  std::string bytes(buffer, size);
  g_free(buffer);
  g_object_unref(made);
  return bytes;
}

void put16(std::string& bytes, unsigned value) {
  bytes += static_cast<char>(value >> 8U & 0xFFU);
  bytes += static_cast<char>(value & 0xFFU);
}

// The same JPEG with EXIF that says «turned by a quarter» and where it was taken.
std::string with_exif(const std::string& jpeg) {
  std::string tiff("MM\0*\0\0\0\x08", 8);
  put16(tiff, 1);       // one entry
  put16(tiff, 0x0112);  // orientation
  put16(tiff, 3);       // a short
  tiff += std::string("\0\0\0\1", 4);
  put16(tiff, 6);  // turned right
  put16(tiff, 0);
  tiff += std::string("\0\0\0\0", 4);
  tiff += "GPS 32.8649 N 59.2262 E";
  std::string segment("Exif\0\0", 6);
  segment += tiff;
  std::string header("\xFF\xE1");
  put16(header, static_cast<unsigned>(segment.size() + 2));
  return jpeg.substr(0, 2) + header + segment + jpeg.substr(2);
}

std::string key_of(const Result<ResizedPicture>& made) {
  return made ? "ok" : made.error().key;
}

// The header of a PNG that says it is this large, and nothing behind it.
std::string png_header(unsigned width, unsigned height) {
  std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  for (const unsigned side : {width, height}) {
    put16(bytes, side >> 16U);
    put16(bytes, side & 0xFFFFU);
  }
  bytes += std::string("\x08\x02\0\0\0\0\0\0\0", 9);
  return bytes;
}

}  // namespace

TEST_CASE("two sizes, the longer side of each no longer than promised") {
  const Result<ResizedPicture> made = resize_picture(picture(3000, 2000, "jpeg"));
  REQUIRE(made.ok());
  CHECK(made->mime == "image/jpeg");
  CHECK(made->width == kLargePicture);
  CHECK(made->height == 853);
  CHECK(made->small_width == kSmallPicture);
  CHECK(made->small.size() < made->large.size());
  const Result<ResizedPicture> small = resize_picture(picture(300, 400, "png"));
  REQUIRE(small.ok());
  CHECK(small->width == 300);  // never made larger
  CHECK(small->height == 400);
  CHECK(small->mime == "image/jpeg");
  const Result<ResizedPicture> transparent = resize_picture(picture(300, 400, "png", true));
  REQUIRE(transparent.ok());
  CHECK(transparent->mime == "image/png");
}

TEST_CASE("EXIF turns the picture the right way up and then is gone, the place where it was taken with it") {
  const std::string jpeg = with_exif(picture(800, 400, "jpeg"));
  REQUIRE(jpeg.find("GPS") != std::string::npos);
  const Result<ResizedPicture> made = resize_picture(jpeg);
  REQUIRE(made.ok());
  CHECK(made->width == 400);
  CHECK(made->height == 800);
  for (const std::string* bytes : {&made->small, &made->large}) {
    CHECK(bytes->find("Exif") == std::string::npos);
    CHECK(bytes->find("GPS") == std::string::npos);
  }
}

TEST_CASE("what is no picture, broken, tiny or a bomb is refused, each with its own words") {
  CHECK(key_of(resize_picture("")) == "picture.kind");
  CHECK(key_of(resize_picture("<svg xmlns='http://www.w3.org/2000/svg'/>")) == "picture.kind");
  CHECK(key_of(resize_picture("GIF89a")) == "picture.kind");
  CHECK(key_of(resize_picture("\xFF\xD8\xFF\xE0 and nothing more")) == "picture.broken");
  const std::string whole = picture(800, 600, "png");
  CHECK(key_of(resize_picture(std::string_view(whole).substr(0, whole.size() / 2))) == "picture.broken");
  CHECK(key_of(resize_picture(picture(100, 800, "jpeg"))) == "picture.too_small");
  // Its header has no right checksum, so the library may call it broken before it has looked at the size; it never is read.
  CHECK(key_of(resize_picture(png_header(60000, 60000))) != "ok");
}

TEST_CASE("a bomb is found out by its header, before its pixels take any room") {
  // 7000 x 7000 of one colour: some 50 kB on the way, 147 MB unpacked.
  const std::string bomb = picture(7000, 7000, "png");
  REQUIRE(bomb.size() < 1'000'000);
  const Result<ResizedPicture> made = resize_picture(bomb);
  CHECK(key_of(made) == "picture.too_many_pixels");
  CHECK(made.error().code == Code::too_large);
}

TEST_CASE("no byte changed at will makes it fall over") {
  const std::string good = picture(320, 240, "jpeg");
  std::uint32_t state = 12345;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = good;
    for (int i = 0; i < 8; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes[3 + state % (bytes.size() - 3)] = static_cast<char>(state >> 24U);
    }
    const Result<ResizedPicture> made = resize_picture(bytes);
    if (made) CHECK(made->width > 0);
  }
}

}  // namespace hamandish::server

#include "shared/text/isolate.h"

#include <algorithm>

#include "shared/text/utf8.h"

namespace hamandish::text {
namespace {

// LRI, RLI, FSI, PDI and the older embeddings and overrides, whose end would be lost inside an isolate anyway.
bool changes_direction(char32_t scalar) {
  return (scalar >= 0x2066 && scalar <= 0x2069) || (scalar >= 0x202A && scalar <= 0x202E);
}

std::string isolated(char32_t begin, std::string_view text) {
  std::u32string scalars = to_scalars(text);
  std::erase_if(scalars, changes_direction);
  std::string out;
  append(out, begin);
  out += to_utf8(scalars);
  append(out, kPopDirectionalIsolate);
  return out;
}

}  // namespace

std::string ltr(std::string_view text) {
  return isolated(kLeftToRightIsolate, text);
}

std::string isolate(std::string_view text) {
  return isolated(kFirstStrongIsolate, text);
}

std::string file_name(std::string_view name) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_latin = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  if (std::all_of(name.begin(), name.end(), is_ascii)) {
    return std::any_of(name.begin(), name.end(), is_digit) ? ltr(name) : std::string(name);
  }
  const auto first = std::find_if(name.begin(), name.end(), [&](char c) { return is_latin(c) || !is_ascii(c); });
  return is_latin(*first) ? isolate(name) : std::string(name);
}

}  // namespace hamandish::text

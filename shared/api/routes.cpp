#include "shared/api/routes.h"

#include <algorithm>

#include "shared/base/check.h"

namespace hamandish::api {
namespace {

bool is_unreserved(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || std::string_view("-._~").find(character) != std::string_view::npos;
}

}  // namespace

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char character : text) {
    if (is_unreserved(character)) {
      out += character;
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

std::string address(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string out;
  const std::string_view* value = values.begin();
  while (!pattern.empty()) {
    const std::size_t colon = std::min(pattern.find(':'), pattern.size());
    out += pattern.substr(0, colon);
    pattern.remove_prefix(colon);
    if (pattern.empty()) break;
    HAMANDISH_CHECK(value != values.end());
    out += percent_encode(*value++);
    pattern.remove_prefix(std::min(pattern.find('/'), pattern.size()));
  }
  HAMANDISH_CHECK(value == values.end());
  return out;
}

}  // namespace hamandish::api

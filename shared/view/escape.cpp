#include "shared/view/escape.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "shared/text/utf8.h"

namespace hamandish::view {

namespace {

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool starts_with_any(std::string_view address, std::initializer_list<std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (address.starts_with(prefix)) return true;
  }
  return false;
}

}  // namespace

void append_escaped(std::string& out, std::string_view raw) {
  for (std::size_t at = 0; at < raw.size();) {
    const char c = raw[at];
    if (static_cast<std::uint8_t>(c) < 0x80) {
      const std::string_view replaced = reference(c);
      if (!replaced.empty()) {
        out += replaced;
      } else if (c != '\0') {
        out += c;
      }
      ++at;
      continue;
    }
    const text::Decoded decoded = text::decode(raw, at);
    text::append(out, decoded.scalar);
    at += static_cast<std::size_t>(decoded.bytes);
  }
}

void append_unescaped(std::string& out, std::string_view escaped) {
  while (!escaped.empty()) {
    char c = escaped.front();
    std::size_t size = 1;
    for (const char raw : std::string_view("&<>\"'")) {
      if (c != '&' || !escaped.starts_with(reference(raw))) continue;
      size = reference(raw).size();
      c = raw;
      break;
    }
    out += c;
    escaped.remove_prefix(size);
  }
}

std::string_view safe_address(std::string_view address) {
  // Browsers drop tabs and line ends inside an address and read a backslash as a slash (WHATWG URL, 4.4).
  for (const char c : address) {
    if (static_cast<std::uint8_t>(c) < 0x20 || c == '\\') return "#";
  }
  if (starts_with_any(address, {"https://", "http://", "mailto:", "tel:", "sms:", "#", "?"})) return address;
  if (address.starts_with("/") && !address.starts_with("//")) return address;
  return "#";
}

}  // namespace hamandish::view

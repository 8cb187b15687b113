#include "shared/view/escape.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace hamandish::view {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

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

// One row of Unicode table 3-7: which second byte may follow which first byte, and how long the sequence is.
struct Lead {
  std::uint8_t first, last, second_from, second_to;
  std::size_t length;
};
constexpr std::array<Lead, 8> kLeads{{{0xC2, 0xDF, 0x80, 0xBF, 2},
                                      {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                      {0xE1, 0xEC, 0x80, 0xBF, 3},
                                      {0xED, 0xED, 0x80, 0x9F, 3},
                                      {0xEE, 0xEF, 0x80, 0xBF, 3},
                                      {0xF0, 0xF0, 0x90, 0xBF, 4},
                                      {0xF1, 0xF3, 0x80, 0xBF, 4},
                                      {0xF4, 0xF4, 0x80, 0x8F, 4}}};

struct Sequence {
  std::size_t length;  // bytes to step over, at least 1
  bool valid;
};

Sequence sequence_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  for (const Lead& lead : kLeads) {
    if (byte(at) < lead.first || byte(at) > lead.last) continue;
    std::size_t i = at + 1;
    if (i >= text.size() || byte(i) < lead.second_from || byte(i) > lead.second_to) return {1, false};
    for (++i; i < at + lead.length; ++i) {
      if (i >= text.size() || (byte(i) & 0xC0) != 0x80) return {i - at, false};
    }
    return {lead.length, true};
  }
  return {1, false};
}

bool starts_with_any(std::string_view address, std::initializer_list<std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (address.starts_with(prefix)) return true;
  }
  return false;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
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
    const Sequence sequence = sequence_at(text, at);
    out += sequence.valid ? text.substr(at, sequence.length) : kReplacement;
    at += sequence.length;
  }
}

std::string_view safe_address(std::string_view address) {
  // Browsers drop tabs and line ends inside an address and read a backslash as a slash (WHATWG URL, 4.4).
  for (const char c : address) {
    if (static_cast<std::uint8_t>(c) < 0x20 || c == '\\') return "#";
  }
  if (starts_with_any(address, {"https://", "http://", "mailto:", "tel:", "#", "?"})) return address;
  if (address.starts_with("/") && !address.starts_with("//")) return address;
  return "#";
}

}  // namespace hamandish::view

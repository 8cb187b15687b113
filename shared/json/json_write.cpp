#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "shared/json/json.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

void write_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 15U];
}

void write_ascii(std::string& out, char character) {
  switch (character) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(character);
  // `<`: nothing inside a string may look like the end of a script element.
  if (byte < 0x20 || character == '<') return write_escape(out, byte);
  out += character;
}

constexpr std::array<bool, 128> clean_ascii() {
  std::array<bool, 128> clean{};
  for (std::size_t byte = 0x20; byte < clean.size(); ++byte) clean[byte] = byte != '"' && byte != '\\' && byte != '<';
  return clean;
}
constexpr std::array<bool, 128> kCleanAscii = clean_ascii();

// How many bytes from here on are written as they are: ASCII that needs no escape, and most scalars of two or three bytes.
std::size_t clean_run(std::string_view value, std::size_t from) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(value.data()) + from;
  const auto* const end = reinterpret_cast<const unsigned char*>(value.data()) + value.size();
  const auto* at = begin;
  while (at != end) {
    if (*at < 0x80) {
      if (!kCleanAscii[*at]) break;
      ++at;
    } else {
      const bool two = *at >= 0xC2 && *at < 0xE0 && end - at > 1 && (at[1] & 0xC0U) == 0x80;
      // U+2000 to U+2FFF, where the half-space is.
      const bool three = *at == 0xE2 && end - at > 2 && (at[1] & 0xC0U) == 0x80 && (at[2] & 0xC0U) == 0x80;
      if (!two && !three) break;
      at += two ? 2 : 3;
    }
  }
  return static_cast<std::size_t>(at - begin);
}

void write_text(std::string& out, std::string_view value) {
  out += '"';
  for (std::size_t at = 0; at < value.size();) {
    if (const std::size_t run = clean_run(value, at); run > 0) {
      out.append(value.substr(at, run));
      at += run;
      continue;
    }
    if (static_cast<unsigned char>(value[at]) < 0x80) {
      write_ascii(out, value[at++]);
      continue;
    }
    const text::Decoded decoded = text::decode(value, at);
    text::append(out, decoded.scalar);
    at += static_cast<std::size_t>(decoded.bytes);
  }
  out += '"';
}

// The shortest of 15 to 17 digits that reads back as the same value (IEEE 754: 17 always do). libc++ 14 has no
// to_chars for double. A process with a locale may write a comma: whatever is no part of a number is the point.
void write_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";  // JSON has no word for it
    return;
  }
  std::array<char, 32> buffer{};
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(buffer.data(), buffer.size(), "%.*g", digits, value);
    if (std::strtod(buffer.data(), nullptr) == value) break;
  }
  std::string number = buffer.data();
  for (char& character : number) {
    if (std::string_view("0123456789+-e").find(character) == std::string_view::npos) character = '.';
  }
  const bool whole = number.find_first_of(".e") == std::string::npos;
  out += number;
  if (whole) out += ".0";  // so that it is read as a double again
}

void write_value(std::string& out, const Json& json);

void write_items(std::string& out, const Json::Items& items) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    write_value(out, items[i]);
  }
  out += ']';
}

void write_members(std::string& out, const Json::Members& members) {
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) out += ',';
    write_text(out, members[i].name);
    out += ':';
    write_value(out, members[i].value);
  }
  out += '}';
}

// Recursive: what we write is as deep as we made it, what we read at most kMaxJsonDepth.
void write_value(std::string& out, const Json& json) {
  if (json.text() != nullptr) return write_text(out, *json.text());
  if (json.is_array()) return write_items(out, json.items());
  if (json.is_object()) return write_members(out, json.members());
  if (const auto value = json.boolean()) {
    out += *value ? "true" : "false";
  } else if (const auto whole = json.integer()) {
    out += std::to_string(*whole);
  } else if (const auto number = json.number()) {
    write_number(out, *number);
  } else {
    out += "null";
  }
}

}  // namespace

std::string Json::write() const {
  std::string out;
  out.reserve(1024);  // of most answers
  write_value(out, *this);
  return out;
}

}  // namespace hamandish

#include <array>
#include <cmath>
#include <cstddef>
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

// How many bytes a scalar that begins with this byte has, if it is written as it is: ASCII that needs no escape, U+0080
// to U+07FF, and U+2000 to U+2FFF, where the half-space is. 0: look closer.
constexpr std::array<unsigned char, 256> clean_lengths() {
  std::array<unsigned char, 256> lengths{};
  for (std::size_t byte = 0x20; byte < 0x80; ++byte) lengths[byte] = byte != '"' && byte != '\\' && byte != '<' ? 1 : 0;
  for (std::size_t byte = 0xC2; byte < 0xE0; ++byte) lengths[byte] = 2;
  lengths[0xE2] = 3;
  return lengths;
}
constexpr std::array<unsigned char, 256> kCleanLengths = clean_lengths();

constexpr bool continues(unsigned char byte) {
  return (byte & 0xC0U) == 0x80;
}

// How many bytes from here on are written as they are.
std::size_t clean_run(std::string_view value, std::size_t from) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(value.data()) + from;
  const auto* const end = reinterpret_cast<const unsigned char*>(value.data()) + value.size();
  const auto* at = begin;
  while (at != end) {
    const std::ptrdiff_t length = kCleanLengths[*at];
    if (length == 0 || end - at < length) break;
    if (length >= 2 && !continues(at[1])) break;
    if (length == 3 && !continues(at[2])) break;
    at += length;
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

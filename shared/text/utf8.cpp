#include "shared/text/utf8.h"

namespace hamandish::text {
namespace {

// One row of table 3-7: how many bytes follow a lead byte, and between what the first of them must lie.
struct Lead {
  int following = -1;  // -1: no scalar begins with this byte
  unsigned low = 0x80;
  unsigned high = 0xBF;
};

constexpr Lead lead_of(unsigned byte) {
  if (byte < 0x80) return {0};
  if (byte < 0xC2) return {};  // a continuation byte, or an overlong form
  if (byte < 0xE0) return {1};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};  // below: overlong
  if (byte == 0xED) return {2, 0x80, 0x9F};  // above: surrogates
  if (byte < 0xF0) return {2};
  if (byte == 0xF0) return {3, 0x90, 0xBF};  // below: overlong
  if (byte < 0xF4) return {3};
  if (byte == 0xF4) return {3, 0x80, 0x8F};  // above: beyond U+10FFFF
  return {};
}

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_scalar(char32_t value) {
  return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

void append_byte(std::string& out, char32_t value) {
  out.push_back(static_cast<char>(static_cast<unsigned char>(value)));
}

// How many bytes of ASCII, or of a whole scalar of two bytes, begin here; 0 for everything else.
std::size_t short_scalar(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return 1;
  const bool two = first >= 0xC2 && first < 0xE0 && at + 1 < text.size() && (byte_at(text, at + 1) & 0xC0u) == 0x80;
  return two ? 2 : 0;
}

struct Step {
  Decoded decoded;
  bool well_formed = false;
};

Step step(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {{kReplacement, 0}, true};
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return {{char32_t{first}, 1}, true};
  const Lead lead = lead_of(first);
  if (lead.following < 0) return {{kReplacement, 1}, false};
  char32_t scalar = first & (0x3Fu >> lead.following);
  for (int i = 1; i <= lead.following; ++i) {
    const std::size_t here = at + static_cast<std::size_t>(i);
    const unsigned low = i == 1 ? lead.low : 0x80;
    const unsigned high = i == 1 ? lead.high : 0xBF;
    if (here >= text.size() || byte_at(text, here) < low || byte_at(text, here) > high)
      return {{kReplacement, i}, false};
    scalar = (scalar << 6) | (byte_at(text, here) & 0x3Fu);
  }
  return {{scalar, lead.following + 1}, true};
}

}  // namespace

bool valid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (const std::size_t bytes = short_scalar(text, at); bytes > 0) {
      at += bytes;
      continue;
    }
    const Step next = step(text, at);
    if (!next.well_formed) return false;
    at += static_cast<std::size_t>(next.decoded.bytes);
  }
  return true;
}

Decoded decode(std::string_view text, std::size_t at) {
  return step(text, at).decoded;
}

void append(std::string& out, char32_t scalar) {
  if (!is_scalar(scalar)) scalar = kReplacement;
  if (scalar < 0x80) {
    append_byte(out, scalar);
  } else if (scalar < 0x800) {
    append_byte(out, 0xC0 | (scalar >> 6));
    append_byte(out, 0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    append_byte(out, 0xE0 | (scalar >> 12));
    append_byte(out, 0x80 | ((scalar >> 6) & 0x3F));
    append_byte(out, 0x80 | (scalar & 0x3F));
  } else {
    append_byte(out, 0xF0 | (scalar >> 18));
    append_byte(out, 0x80 | ((scalar >> 12) & 0x3F));
    append_byte(out, 0x80 | ((scalar >> 6) & 0x3F));
    append_byte(out, 0x80 | (scalar & 0x3F));
  }
}

std::size_t count_scalars(std::string_view text) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t bytes = short_scalar(text, at);
    at += bytes > 0 ? bytes : static_cast<std::size_t>(decode(text, at).bytes);
    ++count;
  }
  return count;
}

// One and two bytes, which is ASCII and all of Persian, are read on the spot.
std::u32string to_scalars(std::string_view text) {
  std::u32string out(text.size(), U'\0');
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned first = byte_at(text, at);
    const unsigned second = at + 1 < text.size() ? byte_at(text, at + 1) : 0;
    if (first < 0x80) {
      out[count++] = first;
      at += 1;
    } else if (first >= 0xC2 && first < 0xE0 && second >= 0x80 && second <= 0xBF) {
      out[count++] = ((first & 0x1Fu) << 6) | (second & 0x3Fu);
      at += 2;
    } else {
      const Decoded next = decode(text, at);
      out[count++] = next.scalar;
      at += static_cast<std::size_t>(next.bytes);
    }
  }
  out.resize(count);
  return out;
}

std::string to_utf8(std::u32string_view scalars) {
  std::string out;
  out.reserve(scalars.size() * 2);
  for (const char32_t scalar : scalars) {
    if (scalar >= 0x80 && scalar < 0x800) {
      const char bytes[2] = {static_cast<char>(0xC0 | (scalar >> 6)), static_cast<char>(0x80 | (scalar & 0x3F))};
      out.append(bytes, 2);
    } else {
      append(out, scalar);
    }
  }
  return out;
}

}  // namespace hamandish::text

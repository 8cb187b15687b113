#include "server/channels/sms_udh.h"

#include <charconv>
#include <string>

#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMostBytes = 140;
constexpr int kMostParts = 255;

int digit_of(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
}

// Empty if it is no hexadecimal.
std::string from_hex(std::string_view text) {
  std::string bytes;
  if (text.size() % 2 != 0 || text.size() > 2 * kMostBytes) return bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit_of(text[i]);
    const int low = digit_of(text[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

int byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::optional<SmsPart> checked(std::string ref, int total, int number) {
  if (total < 2 || total > kMostParts || number < 1 || number > total) return std::nullopt;
  return SmsPart{std::move(ref), total, number};
}

// `bytes` with its own length in front.
std::optional<SmsPart> part_in(std::string_view bytes) {
  constexpr int kShortReference = 0;
  constexpr int kLongReference = 8;
  if (bytes.empty() || static_cast<std::size_t>(byte_at(bytes, 0)) + 1 > bytes.size()) return std::nullopt;
  bytes = bytes.substr(1, static_cast<std::size_t>(byte_at(bytes, 0)));
  while (bytes.size() >= 2) {
    const int kind = byte_at(bytes, 0);
    const auto size = static_cast<std::size_t>(byte_at(bytes, 1));
    if (size + 2 > bytes.size()) return std::nullopt;
    const std::string_view value = bytes.substr(2, size);
    if (kind == kShortReference && size == 3) {
      return checked(std::to_string(byte_at(value, 0)), byte_at(value, 1), byte_at(value, 2));
    }
    if (kind == kLongReference && size == 4) {
      return checked(std::to_string(byte_at(value, 0) * 256 + byte_at(value, 1)), byte_at(value, 2), byte_at(value, 3));
    }
    bytes.remove_prefix(2 + size);
  }
  return std::nullopt;
}

int number_of(std::string_view text) {
  const std::string digits = text::ascii_digits(text);
  int number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? number : 0;
}

}  // namespace

std::optional<SmsPart> part_in_udh(std::string_view udh) {
  if (udh.empty() || udh.size() > 2 * kMostBytes) return std::nullopt;
  // The length says which it is: no header of bytes is as long as its first letter, as a hexadecimal digit, says.
  if (std::optional<SmsPart> found = part_in(udh)) return found;
  return part_in(from_hex(udh));
}

std::optional<SmsPart> part_in_fields(std::string_view ref, std::string_view total, std::string_view number) {
  constexpr std::size_t kMostReference = 60;
  const bool is_text = text::valid_utf8(ref) && ref.find('\0') == std::string_view::npos;
  if (ref.empty() || ref.size() > kMostReference || !is_text) return std::nullopt;
  // Not the telephone's own reference: it may not meet one of those.
  return checked("field:" + std::string(ref), number_of(total), number_of(number));
}

}  // namespace hamandish::server

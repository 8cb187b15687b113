#include "shared/text/digits.h"

#include "shared/text/characters.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::text {
namespace {

constexpr char32_t kPersianZero = 0x06F0;
constexpr char32_t kThousandsSeparator = 0x066C;
constexpr char32_t kArabicComma = 0x060C;
constexpr char32_t kMinus = 0x2212;
constexpr char32_t kLeftToRightMark = 0x200E;

// Copies everything but digits byte for byte, so that ill-formed parts stay what they are.
std::string with_digits(std::string_view text, char32_t zero) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded next = decode(text, at);
    const auto bytes = static_cast<std::size_t>(next.bytes);
    const int value = digit_value(next.scalar);
    if (value >= 0) {
      append(out, zero + static_cast<char32_t>(value));
    } else {
      out.append(text.substr(at, bytes));
    }
    at += bytes;
  }
  return out;
}

bool is_separator(char32_t scalar) {
  return scalar == ',' || scalar == kThousandsSeparator || scalar == kArabicComma;
}

// Digits with separators between them only; the value counts downwards, because the smallest integer has no positive
// twin.
std::optional<std::int64_t> negative_of(std::u32string_view digits) {
  std::int64_t value = 0;
  bool after_digit = false;
  for (const char32_t scalar : digits) {
    const int digit = digit_value(scalar);
    if (digit < 0) {
      if (!after_digit || !is_separator(scalar)) return std::nullopt;
      after_digit = false;
      continue;
    }
    if (value < (INT64_MIN + digit) / 10) return std::nullopt;
    value = value * 10 - digit;
    after_digit = true;
  }
  if (!after_digit) return std::nullopt;
  return value;
}

}  // namespace

int digit_value(char32_t scalar) {
  for (const char32_t zero : {U'0', char32_t{0x0660}, kPersianZero}) {
    if (scalar >= zero && scalar <= zero + 9) return static_cast<int>(scalar - zero);
  }
  return -1;
}

std::string ascii_digits(std::string_view text) {
  return with_digits(text, U'0');
}
std::string persian_digits(std::string_view text) {
  return with_digits(text, kPersianZero);
}

std::string persian_number(std::int64_t number) {
  std::u32string backwards;
  std::int64_t rest = number;
  int written = 0;
  do {
    if (written > 0 && written % 3 == 0) backwards.push_back(kThousandsSeparator);
    const auto digit = static_cast<int>(rest % 10);  // negative for a negative number
    backwards.push_back(kPersianZero + static_cast<char32_t>(digit < 0 ? -digit : digit));
    rest /= 10;
    ++written;
  } while (rest != 0);
  std::string out;
  if (number < 0) {
    append(out, kLeftToRightMark);
    append(out, kMinus);
  }
  return out + to_utf8(std::u32string(backwards.rbegin(), backwards.rend()));
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  const std::u32string typed = to_scalars(for_storage_one_line(text));
  std::u32string_view digits = typed;
  const bool negative = !digits.empty() && is_dash(digits.front());
  if (negative || (!digits.empty() && digits.front() == '+')) digits.remove_prefix(1);
  const std::optional<std::int64_t> value = negative_of(digits);
  if (!value || negative) return value;
  if (*value == INT64_MIN) return std::nullopt;
  return -*value;
}

}  // namespace hamandish::text

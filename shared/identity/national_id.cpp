#include "shared/identity/national_id.h"

#include "shared/text/typed_number.h"

namespace hamandish {
namespace {

constexpr std::size_t kLength = 10;

// Weights 10..2 on the first nine digits; the remainder by 11 is the check digit, or 11 minus it is.
bool check_digit_fits(std::string_view digits) {
  int sum = 0;
  int weight = 10;
  for (const char digit : digits.substr(0, kLength - 1)) sum += (digit - '0') * weight--;
  const int remainder = sum % 11;
  return digits.back() - '0' == (remainder < 2 ? remainder : 11 - remainder);
}

NationalIdCheck check_digits(std::string_view digits) {
  if (digits.empty()) return NationalIdCheck::empty;
  if (!text::only_digits(digits)) return NationalIdCheck::wrong_characters;
  if (digits.size() != kLength) return NationalIdCheck::wrong_length;
  if (text::one_repeated(digits)) return NationalIdCheck::repeated_digit;
  return check_digit_fits(digits) ? NationalIdCheck::ok : NationalIdCheck::wrong_check_digit;
}

}  // namespace

NationalIdCheck check_national_id(std::string_view text) {
  return check_digits(text::typed_digits(text));
}

std::optional<std::string> parse_national_id(std::string_view text) {
  std::string digits = text::typed_digits(text);
  if (check_digits(digits) != NationalIdCheck::ok) return std::nullopt;
  return digits;
}

}  // namespace hamandish

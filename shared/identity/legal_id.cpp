#include "shared/identity/legal_id.h"

#include "shared/text/typed_number.h"

namespace hamandish {
namespace {

constexpr std::size_t kLength = 11;
constexpr int kWeights[] = {29, 27, 23, 19, 17};  // twice over the first ten digits

// Every digit is raised by the tenth digit plus two before it is weighed.
bool check_digit_fits(std::string_view digits) {
  const int raise = digits[kLength - 2] - '0' + 2;
  int sum = 0;
  for (std::size_t i = 0; i + 1 < kLength; ++i) sum += (digits[i] - '0' + raise) * kWeights[i % 5];
  return digits.back() - '0' == sum % 11 % 10;  // a remainder of ten is written as 0
}

LegalIdCheck check_digits(std::string_view digits) {
  if (digits.empty()) return LegalIdCheck::empty;
  if (!text::only_digits(digits)) return LegalIdCheck::wrong_characters;
  if (digits.size() != kLength) return LegalIdCheck::wrong_length;
  if (text::one_repeated(digits)) return LegalIdCheck::repeated_digit;
  return check_digit_fits(digits) ? LegalIdCheck::ok : LegalIdCheck::wrong_check_digit;
}

}  // namespace

LegalIdCheck check_legal_id(std::string_view text) {
  return check_digits(text::typed_digits(text));
}

std::optional<std::string> parse_legal_id(std::string_view text) {
  std::string digits = text::typed_digits(text);
  if (check_digits(digits) != LegalIdCheck::ok) return std::nullopt;
  return digits;
}

}  // namespace hamandish

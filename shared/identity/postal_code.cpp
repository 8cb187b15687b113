#include "shared/identity/postal_code.h"

#include "shared/text/typed_number.h"

namespace hamandish {
namespace {

constexpr std::size_t kLength = 10;
constexpr std::size_t kRoute = 5;  // the first half names the postman's route, the second the place on it

PostalCodeCheck check_digits(std::string_view digits) {
  if (digits.empty()) return PostalCodeCheck::empty;
  if (!text::only_digits(digits)) return PostalCodeCheck::wrong_characters;
  if (digits.size() != kLength) return PostalCodeCheck::wrong_length;
  if (text::one_repeated(digits)) return PostalCodeCheck::repeated_digit;
  const bool usual = digits.substr(0, kRoute).find_first_of("02") == std::string_view::npos;
  return usual ? PostalCodeCheck::ok : PostalCodeCheck::unusual;
}

}  // namespace

PostalCodeCheck check_postal_code(std::string_view text) {
  return check_digits(text::typed_digits(text));
}

std::optional<std::string> parse_postal_code(std::string_view text) {
  std::string digits = text::typed_digits(text);
  const PostalCodeCheck check = check_digits(digits);
  if (check != PostalCodeCheck::ok && check != PostalCodeCheck::unusual) return std::nullopt;
  return digits;
}

}  // namespace hamandish

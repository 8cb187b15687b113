#include "shared/identity/phone.h"

#include "shared/text/digits.h"
#include "shared/text/typed_number.h"

namespace hamandish {
namespace {

constexpr std::size_t kNationalLength = 10;  // without the 0 in front

// The ten digits after the country's or the trunk's prefix; empty if that is not what remains.
std::string national_number(std::string_view text) {
  std::string number = text::typed_digits(text);
  std::erase_if(number, [](char c) { return c == '(' || c == ')'; });
  for (const std::string_view prefix : {"+98", "0098", "98", "0"}) {
    const bool fits = number.size() == prefix.size() + kNationalLength && number.compare(0, prefix.size(), prefix) == 0;
    if (!fits) continue;
    number.erase(0, prefix.size());
    break;
  }
  if (number.size() != kNationalLength || !text::only_digits(number)) return {};
  return number;
}

}  // namespace

std::optional<std::string> parse_mobile(std::string_view text) {
  const std::string number = national_number(text);
  if (number.empty() || number.front() != '9') return std::nullopt;
  return "0" + number;
}

std::optional<std::string> parse_landline(std::string_view text) {
  const std::string number = national_number(text);
  if (number.empty() || number.front() == '0' || number.front() == '9') return std::nullopt;
  return "0" + number;
}

std::string last_four(std::string_view number) {
  const std::string digits = text::typed_digits(number);
  return digits.size() < 4 ? std::string() : digits.substr(digits.size() - 4);
}

}  // namespace hamandish

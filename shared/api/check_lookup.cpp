#include "shared/api/check_lookup.h"

#include <algorithm>

#include "shared/identity/tracking_code.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish::api {
namespace {

constexpr std::size_t kShortCode = 12;
constexpr std::size_t kFactorDigits = 4;

std::string_view key_of(CodeCheck check) {
  switch (check) {
    case CodeCheck::wrong_characters:
      return "form.code_characters";
    case CodeCheck::typo:
      return "form.code_typo";
    default:
      return "form.code_length";
  }
}

bool is_factor(std::string_view text) {
  return text.size() == kFactorDigits &&
         std::all_of(text.begin(), text.end(), [](char one) { return one >= '0' && one <= '9'; });
}

}  // namespace

Result<Lookup> check_lookup(const Lookup& typed) {
  Error error = make_error(Code::invalid, "error.invalid");
  const ParsedCode code = parse_tracking_code(typed.tracking_code);
  if (text::for_storage_one_line(typed.tracking_code).empty()) {
    error.fields.push_back({"tracking_code", "form.code_needed", {}});
  } else if (code.check != CodeCheck::ok) {
    error.fields.push_back({"tracking_code", std::string(key_of(code.check)), {}});
  }
  std::string factor = text::ascii_digits(text::for_storage(typed.mobile_last4));
  // Whoever mistypes a long code must not be told to add digits that it does not need.
  const bool needed = code.check == CodeCheck::ok && code.code.size() == kShortCode;
  if (needed ? !is_factor(factor) : !factor.empty() && !is_factor(factor)) {
    error.fields.push_back({"mobile_last4", "form.mobile_last4", {}});
  }
  if (!error.fields.empty()) return error;
  return Lookup{code.code, std::move(factor)};
}

}  // namespace hamandish::api

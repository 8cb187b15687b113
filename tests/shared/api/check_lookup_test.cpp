#include "shared/api/check_lookup.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/identity/tracking_code.h"

namespace hamandish::api {
namespace {

std::string code_of(int digits) {
  constexpr std::array<std::uint8_t, 32> kRandom = {7, 1, 200, 33, 90, 14, 5, 250, 61, 8, 77, 19, 3, 140, 222, 6,
                                                    9, 4, 100, 31, 80, 24, 2, 150, 41, 7, 67, 29, 1, 180, 212, 5};
  return make_tracking_code(kRandom, digits);
}

// «field key» of each error; empty when the lookup is fit.
std::vector<std::string> errors_of(const std::string& code, const std::string& factor) {
  const Result<Lookup> checked = check_lookup({code, factor});
  std::vector<std::string> all;
  if (checked) return all;
  CHECK(checked.error().key == "error.invalid");
  for (const FieldError& one : checked.error().fields) all.push_back(one.field + " " + one.key);
  return all;
}

std::string changed(std::string code) {
  code[4] = code[4] == '9' ? '0' : static_cast<char>(code[4] + 1);
  return code;
}

}  // namespace

TEST_CASE("a code and its second factor in any digits, with spaces and hyphens, become plain digits") {
  const std::string code = code_of(12);
  const std::string spaced = " " + code.substr(0, 4) + "-" + code.substr(4, 4) + " " + code.substr(8) + " ";
  const Result<Lookup> checked = check_lookup({spaced, " ۶۷۸۹ "});
  REQUIRE(checked);
  CHECK(checked->tracking_code == code);
  CHECK(checked->mobile_last4 == "6789");
  const Result<Lookup> arabic = check_lookup({code, "٦٧٨٩"});
  REQUIRE(arabic);
  CHECK(arabic->mobile_last4 == "6789");
}

TEST_CASE("each mistake has its field and its key, and all come at once") {
  using List = std::vector<std::string>;
  const std::string code = code_of(12);
  CHECK(errors_of(code, "1234").empty());
  CHECK(errors_of(code, "") == List{"mobile_last4 form.mobile_last4"});
  CHECK(errors_of(code, "123") == List{"mobile_last4 form.mobile_last4"});
  CHECK(errors_of(code, "12345") == List{"mobile_last4 form.mobile_last4"});
  CHECK(errors_of(code, "12a4") == List{"mobile_last4 form.mobile_last4"});
  CHECK(errors_of(changed(code), "1234") == List{"tracking_code form.code_typo"});
  CHECK(errors_of("", "") == List{"tracking_code form.code_needed"});
  CHECK(errors_of(" \u200c ", "") == List{"tracking_code form.code_needed"});
  CHECK(errors_of(code.substr(1), "1234") == List{"tracking_code form.code_length"});
  CHECK(errors_of("کد من", "1") == List{"tracking_code form.code_characters", "mobile_last4 form.mobile_last4"});
}

TEST_CASE("a code of 16 digits needs no second factor, and a mistyped one does not ask for it") {
  const std::string code = code_of(16);
  const Result<Lookup> checked = check_lookup({code, ""});
  REQUIRE(checked);
  CHECK(checked->mobile_last4.empty());
  CHECK(errors_of(changed(code), "") == std::vector<std::string>{"tracking_code form.code_typo"});
}

}  // namespace hamandish::api

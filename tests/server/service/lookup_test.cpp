#include <doctest/doctest.h>

#include "server/service/cases_service.h"
#include "shared/identity/tracking_code.h"
#include "shared/text/digits.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

// Another code that is well formed.
std::string other_code(const std::string& code) {
  for (char before = '0'; before <= '9'; ++before) {
    for (char last = '0'; last <= '9'; ++last) {
      std::string tried = code;
      tried[tried.size() - 2] = before;
      tried[tried.size() - 1] = last;
      if (tried != code && parse_tracking_code(tried).check == CodeCheck::ok) return tried;
    }
  }
  return {};
}

TEST_CASE_FIXTURE(ServiceFixture, "the citizen finds the case by code and four digits, in any script") {
  const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "key-1", kTestNow);
  REQUIRE(receipt.ok());
  const std::string& code = receipt->tracking_code;
  const std::string spaced = code.substr(0, 4) + " " + code.substr(4, 4) + "-" + code.substr(8);
  const Result<api::CitizenCase> found = services->cases.lookup({text::persian_digits(spaced), "۴۵۶۷"}, kTestNow);
  REQUIRE(found.ok());
  CHECK(found->tracking_code == code);
  CHECK(found->state == CaseState::registered);
  CHECK(found->body == "قنات روستای ما دو سال است که لایروبی نشده و آب آن کم شده است.");
  REQUIRE(found->trail.size() == 1);
  CHECK(found->trail[0].kind == EventKind::registered);
  CHECK(found->trail[0].to_unit == test_profile().unit("soil-water")->name);
}

TEST_CASE_FIXTURE(ServiceFixture, "a code that does not exist and wrong digits give the same answer") {
  const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "key-1", kTestNow);
  REQUIRE(receipt.ok());
  const Result<api::CitizenCase> wrong_digits = services->cases.lookup({receipt->tracking_code, "4568"}, kTestNow);
  const Result<api::CitizenCase> wrong_code =
      services->cases.lookup({other_code(receipt->tracking_code), "4567"}, kTestNow);
  REQUIRE_FALSE(wrong_digits.ok());
  REQUIRE_FALSE(wrong_code.ok());
  CHECK(wrong_digits.error().code == Code::not_found);
  CHECK(wrong_digits.error().key == "case.not_found");
  CHECK(wrong_code.error().code == wrong_digits.error().code);
  CHECK(wrong_code.error().key == wrong_digits.error().key);
  CHECK(wrong_code.error().fields.empty());
}

TEST_CASE_FIXTURE(ServiceFixture, "a slip in the code is told apart from an unknown code") {
  const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "key-1", kTestNow);
  REQUIRE(receipt.ok());
  std::string slip = receipt->tracking_code;
  slip[5] = slip[5] == '9' ? '0' : static_cast<char>(slip[5] + 1);
  const Result<api::CitizenCase> refused = services->cases.lookup({slip, "4567"}, kTestNow);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Code::invalid);
  REQUIRE(refused.error().fields.size() == 1);
  CHECK(refused.error().fields[0].field == "tracking_code");
  CHECK(refused.error().fields[0].key == "form.code_typo");
}

TEST_CASE_FIXTURE(ServiceFixture, "both fields are checked at once, whatever stands in them") {
  const Result<api::CitizenCase> refused = services->cases.lookup({"12ab", "45"}, kTestNow);
  REQUIRE_FALSE(refused.ok());
  REQUIRE(refused.error().fields.size() == 2);
  CHECK(refused.error().fields[0].field == "tracking_code");
  CHECK(refused.error().fields[1].field == "mobile_last4");
  for (const api::Lookup& bad : {api::Lookup{"", ""}, api::Lookup{std::string(100000, '1'), std::string(100000, '2')},
                                 api::Lookup{"\xFF\xFF", std::string("4\0\0\0", 4)}}) {
    const Result<api::CitizenCase> answer = services->cases.lookup(bad, kTestNow);
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().code == Code::invalid);
  }
}

TEST_CASE_FIXTURE(ServiceFixture, "sixteen digits suffice alone; twelve never do") {
  const Result<api::Receipt> alone = services->cases.register_case(anonymous_case(), "key-1", kTestNow);
  const Result<api::Receipt> with_mobile = services->cases.register_case(sample_case(), "key-2", kTestNow);
  REQUIRE(alone.ok());
  REQUIRE(with_mobile.ok());
  CHECK(services->cases.lookup({alone->tracking_code, ""}, kTestNow).ok());
  CHECK(services->cases.lookup({alone->tracking_code, "1234"}, kTestNow).ok());
  CHECK_FALSE(services->cases.lookup({with_mobile->tracking_code, ""}, kTestNow).ok());
  CHECK_FALSE(services->cases.lookup({other_code(alone->tracking_code), ""}, kTestNow).ok());
  CHECK_FALSE(services->cases.lookup({with_mobile->tracking_code, "----"}, kTestNow).ok());
}

TEST_CASE_FIXTURE(ServiceFixture, "a receipt opens for an hour with its token and no other") {
  const Result<api::Receipt> given = services->cases.register_case(sample_case(), "key-1", kTestNow);
  REQUIRE(given.ok());
  const Result<api::Receipt> opened = services->cases.receipt(given->receipt_token, kTestNow + (kHour - 1));
  REQUIRE(opened.ok());
  CHECK(opened->tracking_code == given->tracking_code);
  CHECK(opened->text_sha256 == given->text_sha256);
  CHECK(opened->chain_head == given->chain_head);
  const Result<api::Receipt> late = services->cases.receipt(given->receipt_token, kTestNow + kHour);
  REQUIRE_FALSE(late.ok());
  CHECK(late.error().code == Code::not_found);
  std::string forged = given->receipt_token;
  forged[3] = forged[3] == 'A' ? 'B' : 'A';
  for (const std::string& token :
       {forged, std::string(), std::string("x"), std::string(43, 'A'), std::string(5000, 'A')}) {
    CHECK_FALSE(services->cases.receipt(token, kTestNow).ok());
  }
}

TEST_CASE_FIXTURE(ServiceFixture, "who sends again after the hour gets a receipt that opens") {
  const Result<api::Receipt> first = services->cases.register_case(sample_case(), "key-1", kTestNow);
  const Instant later = kTestNow + 3 * kHour;
  const Result<api::Receipt> again = services->cases.register_case(sample_case(), "key-1", later);
  REQUIRE(again.ok());
  CHECK(again->tracking_code == first->tracking_code);
  CHECK(services->cases.receipt(again->receipt_token, later + kMinute).ok());
}

}  // namespace
}  // namespace hamandish::server

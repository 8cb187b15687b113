#include "shared/api/routes.h"

#include <doctest/doctest.h>

using namespace hamandish::api;

TEST_CASE("addresses are filled in and encoded") {
  CHECK(address(kCases, {}) == "/api/v1/cases");
  CHECK(address(kStaffCase, {"c1"}) == "/api/v1/staff/cases/c1");
  CHECK(address(kReferrals, {"c1"}) == "/api/v1/staff/cases/c1/referrals");
  CHECK(address(kStaffAttachment, {"c1", "f2"}) == "/api/v1/staff/cases/c1/attachments/f2");
  CHECK(address(kStaffCase, {"../a b?"}) == "/api/v1/staff/cases/..%2Fa%20b%3F");
}

TEST_CASE("percent encoding leaves only what RFC 3986 leaves") {
  CHECK(percent_encode("aZ09-._~") == "aZ09-._~");
  CHECK(percent_encode("عکس 1.jpg") == "%D8%B9%DA%A9%D8%B3%201.jpg");
  CHECK(percent_encode("\r\n%\x7F") == "%0D%0A%25%7F");
}

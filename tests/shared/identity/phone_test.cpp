#include "shared/identity/phone.h"

#include <doctest/doctest.h>

using namespace hamandish;

TEST_CASE("mobile numbers of domain facts 2.3") {
  for (const std::string typed :
       {"09121234567", "+989121234567", "00989121234567", "989121234567", "9121234567", "۰۹۱۲۱۲۳۴۵۶۷", "٠٩١٢١٢٣٤٥٦٧",
        "0912 123 4567", "0912-123-4567", "(0912) 1234567", "+98 912 123 4567", "\u202A+989121234567\u202C",
        "\u2066۰۹۱۲ ۱۲۳ ۴۵۶۷\u2069", "0912\u00A0123\u200C4567"}) {
    CAPTURE(typed);
    CHECK(parse_mobile(typed) == "09121234567");
    CHECK_FALSE(parse_landline(typed).has_value());
  }
}

TEST_CASE("what is no mobile number is refused") {
  for (const std::string typed :
       {"0912123456", "091212345678", "02188990000", "+97150123456", "", " ", "+", "98", "0098", "912123456",
        "+0989121234567", "0912123456a", "00912123456", "۹۱۲", "09121234567\xFF", "+9809121234567", "1517",
        "999999999999999999999999999999", "++989121234567"}) {
    CAPTURE(typed);
    CHECK_FALSE(parse_mobile(typed).has_value());
  }
}

TEST_CASE("landlines have their area") {
  for (const std::string typed : {"02188990000", "021-8899 0000", "(021) 88990000", "+982188990000", "00982188990000",
                                  "982188990000", "۰۲۱۸۸۹۹۰۰۰۰", "2188990000"}) {
    CAPTURE(typed);
    CHECK(parse_landline(typed) == "02188990000");
    CHECK_FALSE(parse_mobile(typed).has_value());
  }
  CHECK(parse_landline("05632400000") == "05632400000");
}

TEST_CASE("what is no landline is refused") {
  for (const std::string typed : {"111", "1517", "88990000", "0218899000", "021889900000", "09121234567", "00188990000",
                                  "", "021x8990000", "+1"}) {
    CAPTURE(typed);
    CHECK_FALSE(parse_landline(typed).has_value());
  }
}

TEST_CASE("the last four digits") {
  CHECK(last_four("09121234567") == "4567");
  CHECK(last_four("۰۹۱۲ ۱۲۳ ۴۵ ۶۷") == "4567");
  CHECK(last_four("4567") == "4567");
  CHECK(last_four("567") == "");
  CHECK(last_four("") == "");
}

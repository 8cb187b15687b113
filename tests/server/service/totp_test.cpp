#include "server/service/totp.h"

#include <doctest/doctest.h>

#include "server/base/random.h"

namespace hamandish::server {
namespace {

TEST_CASE("SHA-1 and its HMAC: the vectors of FIPS 180 and RFC 2202") {
  CHECK(hex(sha1("")) == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(hex(sha1("abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hex(sha1(std::string(1000, 'a'))) == "291e9a6c66994949b57ba5e650361e98fc36b1ba");
  CHECK(hex(hmac_sha1(std::string(20, '\x0b'), "Hi There")) == "b617318655057264e28bc0b6fb378c8ef146be00");
  CHECK(hex(hmac_sha1("Jefe", "what do ya want for nothing?")) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  CHECK(hex(hmac_sha1(std::string(80, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")) ==
        "aa4ae5e15272d00e95705637ce8a3b55ed402112");
}

TEST_CASE("the codes of RFC 4226, appendix D, and of RFC 6238, appendix B") {
  const std::string secret = "12345678901234567890";
  const char* codes[] = {"755224", "287082", "359152", "969429", "338314",
                         "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t counter = 0; counter < 10; ++counter) CHECK(hotp(secret, counter, 6) == codes[counter]);
  const std::pair<std::int64_t, const char*> times[] = {{59, "94287082"},         {1111111109, "07081804"},
                                                        {1111111111, "14050471"}, {1234567890, "89005924"},
                                                        {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [seconds, code] : times) {
    CHECK(hotp(secret, static_cast<std::uint64_t>(totp_step({seconds * kSecond})), 8) == code);
  }
}

TEST_CASE("a code works once, in any digits, for a clock that is half a minute off, and no longer") {
  const std::string secret = "12345678901234567890";
  const Instant now{59 * kSecond};
  CHECK(check_totp(secret, "287082", now, 0) == 1);
  CHECK(check_totp(secret, " ۲۸۷۰۸۲ ", now, 0) == 1);
  CHECK(!check_totp(secret, "287082", now, 1));
  CHECK(check_totp(secret, "287082", now + 30 * kSecond, 0) == 1);
  CHECK(!check_totp(secret, "287082", now + 60 * kSecond, 0));
  CHECK(!check_totp(secret, "", now, 0));
  CHECK(!check_totp(secret, "28708", now, 0));
}

TEST_CASE("base 32: the vectors of RFC 4648") {
  CHECK(base32("").empty());
  CHECK(base32("f") == "MY");
  CHECK(base32("fo") == "MZXQ");
  CHECK(base32("foo") == "MZXW6");
  CHECK(base32("foob") == "MZXW6YQ");
  CHECK(base32("fooba") == "MZXW6YTB");
  CHECK(base32("foobar") == "MZXW6YTBOI");
  CHECK(otpauth_address("سازمان", "modir", "foobar") ==
        "otpauth://totp/%D8%B3%D8%A7%D8%B2%D9%85%D8%A7%D9%86:modir?secret=MZXW6YTBOI&issuer="
        "%D8%B3%D8%A7%D8%B2%D9%85%D8%A7%D9%86");
}

}  // namespace
}  // namespace hamandish::server

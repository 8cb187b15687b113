#include "shared/proof/challenge.h"

#include <doctest/doctest.h>

#include "shared/proof/sha256.h"

using namespace hamandish;
using namespace hamandish::proof;

namespace {

Challenge sample() {
  Challenge challenge;
  challenge.cost = 2;
  challenge.expires_at = 1795240600;
  challenge.form = "complaint";
  challenge.key_prefix = "0";
  challenge.nonce = "000102030405060708090a0b0c0d0e0f";
  challenge.salt = "101112131415161718191a1b1c1d1e1f";
  challenge.signature = "ab";
  return challenge;
}

std::string text_of(const Digest& digest) {
  return hex(bytes_of(digest));
}

}  // namespace

// FIPS 180-4 examples, RFC 4231 case 2, and the vectors of RFC 7914 section 11.
TEST_CASE("the hashes are those of the standards") {
  CHECK(text_of(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(text_of(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(text_of(sha256(std::string(1'000'000, 'a'))) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(text_of(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(text_of(pbkdf2_sha256("passwd", "salt", 1)) ==
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
  CHECK(text_of(pbkdf2_sha256("Password", "NaCl", 80000)) ==
        "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
}

TEST_CASE("base64 and hex lead back, and refuse what they are not") {
  for (const char* text : {"", "a", "ab", "abc", "abcd", "\xff\x00z"}) CHECK(from_base64(base64(text)) == text);
  CHECK(base64("ab") == "YWI=");
  CHECK(from_base64("a").empty());
  CHECK(from_base64("****").empty());
  CHECK(from_hex("00fF") == std::string("\0\xff", 2));
  CHECK(from_hex("0").empty());
  CHECK(from_hex("zz").empty());
}

TEST_CASE("what is signed has its keys in order, with the expiry and the form inside") {
  CHECK(signed_text(sample()) ==
        R"({"algorithm":"PBKDF2/SHA-256","cost":2,"data":{"form":"complaint"},"expiresAt":1795240600,"keyLength":32,)"
        R"("keyPrefix":"0","nonce":"000102030405060708090a0b0c0d0e0f","salt":"101112131415161718191a1b1c1d1e1f"})");
}

TEST_CASE("a solver finds a counter whose key begins as wanted, and its payload is read back") {
  Solver solver(sample());
  std::optional<std::string> payload;
  for (int round = 0; round < 1000 && !payload; ++round) payload = solver.try_some(1);
  REQUIRE(payload.has_value());
  const Result<Solution> solution = read_payload(*payload);
  REQUIRE(solution.ok());
  CHECK(solution->derived_key == derive(sample(), solution->counter));
  CHECK(solution->derived_key.starts_with("0"));
  CHECK(signed_text(solution->challenge) == signed_text(sample()));
  CHECK(solution->challenge.signature == "ab");
}

TEST_CASE("what is no challenge or payload is refused") {
  CHECK_FALSE(read_payload("").ok());
  CHECK_FALSE(read_payload("%%%").ok());
  CHECK_FALSE(read_payload(base64("{}")).ok());
  CHECK_FALSE(read_payload(base64(R"({"challenge":{},"solution":{}})")).ok());
  Challenge costly = sample();
  costly.cost = 2'000'000;
  CHECK_FALSE(read_challenge(to_json(costly)).ok());
  CHECK(read_challenge(to_json(sample())).ok());
}

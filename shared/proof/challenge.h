// Proof of work in ALTCHA's published format, version 2: find a counter so that the key derived from nonce and counter
// begins with a prefix. {parameters: {algorithm, cost, data, expiresAt, keyLength, keyPrefix, nonce, salt}, signature};
// the signature is the HMAC-SHA-256 of the parameters as JSON with sorted keys, so the expiry and the form that it is for
// stand inside it. The solution goes back as base64 of {challenge, solution: {counter, derivedKey}}.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/json/json.h"

namespace hamandish::proof {

struct Challenge {
  std::uint32_t cost = 0;       // iterations of PBKDF2/SHA-256, the one algorithm that we make and solve
  std::int64_t expires_at = 0;  // seconds since 1970
  std::string form;             // what it may be used for
  std::string key_prefix;       // hexadecimal; each further digit makes it sixteen times harder
  std::string nonce;            // hexadecimal
  std::string salt;             // hexadecimal
  std::string signature;        // hexadecimal
};

// What is signed.
std::string signed_text(const Challenge& challenge);
Json to_json(const Challenge& challenge);
// Invalid if a member is missing, or for another algorithm or a cost that no browser should pay.
Result<Challenge> read_challenge(const Json& json);

// Hexadecimal; the whole of the work for one counter.
std::string derive(const Challenge& challenge, std::uint32_t counter);

struct Solution {
  Challenge challenge;
  std::uint32_t counter = 0;
  std::string derived_key;
};
std::string write_payload(const Solution& solution);
Result<Solution> read_payload(std::string_view base64_text);

// Searches a few counters at a time, so that a page stays alive.
class Solver {
 public:
  explicit Solver(Challenge challenge) : challenge_(std::move(challenge)) {}
  // The payload once it is found.
  std::optional<std::string> try_some(std::uint32_t counters);

 private:
  Challenge challenge_;
  std::uint32_t next_ = 0;
};

}  // namespace hamandish::proof

#include "shared/proof/challenge.h"

#include "shared/json/reader.h"
#include "shared/proof/sha256.h"

namespace hamandish::proof {
namespace {

constexpr std::string_view kAlgorithm = "PBKDF2/SHA-256";
constexpr std::int64_t kKeyLength = 32;
constexpr std::int64_t kMostCost = 1'000'000;
constexpr std::size_t kMostPrefix = 8;

// In the order of their names, which is the order that is signed.
Json parameters(const Challenge& challenge) {
  return Json::object({{"algorithm", kAlgorithm},
                       {"cost", std::int64_t{challenge.cost}},
                       {"data", Json::object({{"form", challenge.form}})},
                       {"expiresAt", challenge.expires_at},
                       {"keyLength", kKeyLength},
                       {"keyPrefix", challenge.key_prefix},
                       {"nonce", challenge.nonce},
                       {"salt", challenge.salt}});
}

Challenge read_members(Reader& reader, std::vector<FieldError>& errors) {
  Challenge challenge;
  challenge.signature = reader.text("signature");
  const Json* inside = reader.member("parameters");
  if (inside == nullptr) {
    reader.refuse("parameters", "json.missing");
    return challenge;
  }
  Reader members(*inside, errors);
  const std::int64_t cost = members.integer("cost");
  if (members.text("algorithm") != kAlgorithm) members.refuse("algorithm", "json.unknown_value");
  if (members.integer("keyLength") != kKeyLength) members.refuse("keyLength", "json.unknown_value");
  if (cost < 1 || cost > kMostCost) members.refuse("cost", "json.unknown_value");
  challenge.cost = static_cast<std::uint32_t>(cost < 1 || cost > kMostCost ? 1 : cost);
  challenge.expires_at = members.integer("expiresAt");
  challenge.key_prefix = members.text("keyPrefix");
  if (challenge.key_prefix.size() > kMostPrefix) members.refuse("keyPrefix", "json.unknown_value");
  challenge.nonce = members.text("nonce");
  challenge.salt = members.text("salt");
  if (const Json* data = members.member("data")) {
    Reader of_data(*data, errors);
    challenge.form = of_data.text("form");
  }
  return challenge;
}

Json solution_json(const Solution& solution) {
  return Json::object({{"challenge", to_json(solution.challenge)},
                       {"solution", Json::object({{"counter", std::int64_t{solution.counter}},
                                                  {"derivedKey", solution.derived_key}})}});
}

}  // namespace

std::string signed_text(const Challenge& challenge) {
  return parameters(challenge).write();
}

Json to_json(const Challenge& challenge) {
  return Json::object({{"parameters", parameters(challenge)}, {"signature", challenge.signature}});
}

Result<Challenge> read_challenge(const Json& json) {
  std::vector<FieldError> errors;
  Reader reader(json, errors);
  Challenge challenge = read_members(reader, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  return challenge;
}

std::string derive(const Challenge& challenge, std::uint32_t counter) {
  std::string password = from_hex(challenge.nonce);
  for (unsigned int shift = 32; shift > 0; shift -= 8) password += static_cast<char>((counter >> (shift - 8)) & 0xFFU);
  return hex(bytes_of(pbkdf2_sha256(password, from_hex(challenge.salt), challenge.cost)));
}

std::string write_payload(const Solution& solution) {
  return base64(solution_json(solution).write());
}

Result<Solution> read_payload(std::string_view base64_text) {
  const Result<Json> json = parse_json(from_base64(base64_text));
  if (!json) return json.error();
  std::vector<FieldError> errors;
  Reader reader(*json, errors);
  const Json* challenge = reader.member("challenge");
  const Json* found = reader.member("solution");
  if (challenge == nullptr || found == nullptr) return make_error(Code::invalid, "error.malformed_request");
  Result<Challenge> read = read_challenge(*challenge);
  if (!read) return read.error();
  Reader members(*found, errors);
  const std::int64_t counter = members.integer("counter");
  Solution solution{std::move(read).value(), static_cast<std::uint32_t>(counter), members.text("derivedKey")};
  if (!errors.empty() || counter < 0 || counter > 0xFFFFFFFF)
    return make_error(Code::invalid, "error.malformed_request");
  return solution;
}

std::optional<std::string> Solver::try_some(std::uint32_t counters) {
  for (std::uint32_t i = 0; i < counters; ++i, ++next_) {
    std::string key = derive(challenge_, next_);
    if (key.starts_with(challenge_.key_prefix)) return write_payload({challenge_, next_, std::move(key)});
  }
  return std::nullopt;
}

}  // namespace hamandish::proof

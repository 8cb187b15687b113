#include "server/http/proof_of_work.h"

#include "server/base/random.h"
#include "shared/proof/sha256.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kLifetime = 600;  // seconds
// A large organisation gets some thousand messages a day; one a second is more than people write.
constexpr int kManyAMinute = 60;
constexpr int kAttackAMinute = 300;
constexpr std::uint32_t kCost = 1000;
constexpr std::size_t kNonceBytes = 16;
// Two digits: 256 tries of a millisecond on average; three are some seconds.
constexpr std::string_view kEasyPrefix = "00";
constexpr std::string_view kHardPrefix = "000";
constexpr std::size_t kSweepAt = 10'000;

Error needed() {
  return make_error(Code::busy, "proof.needed");
}

std::string sign(std::string_view secret, const proof::Challenge& challenge) {
  return hex(proof::bytes_of(proof::hmac_sha256(secret, proof::signed_text(challenge))));
}

std::int64_t seconds(Instant now) {
  return now.milliseconds / kSecond;
}

}  // namespace

void ProofOfWork::count(Instant now) {
  const std::int64_t minute = now.milliseconds / kMinute;
  const std::lock_guard lock(mutex_);
  if (minute != minute_) {
    before_count_ = minute == minute_ + 1 ? now_count_ : 0;
    now_count_ = 0;
    minute_ = minute;
  }
  ++now_count_;
}

int ProofOfWork::level(Mode mode, Instant now) {
  if (mode == Mode::off) return 0;
  const std::int64_t minute = now.milliseconds / kMinute;
  const std::lock_guard lock(mutex_);
  int most = 0;
  if (minute == minute_) most = std::max(now_count_, before_count_);
  if (minute == minute_ + 1) most = now_count_;
  if (most >= kAttackAMinute) return 2;
  return mode == Mode::always || most >= kManyAMinute ? 1 : 0;
}

const std::string& ProofOfWork::secret() {
  const std::lock_guard lock(mutex_);
  if (secret_.empty()) secret_ = random_bytes(32);
  return secret_;
}

proof::Challenge ProofOfWork::challenge(std::string_view form, int level, Instant now) {
  proof::Challenge challenge;
  challenge.cost = kCost;
  challenge.expires_at = seconds(now) + kLifetime;
  challenge.form = form;
  challenge.key_prefix = level > 1 ? kHardPrefix : kEasyPrefix;
  challenge.nonce = hex(random_bytes(kNonceBytes));
  challenge.salt = hex(random_bytes(kNonceBytes));
  challenge.signature = sign(secret(), challenge);
  return challenge;
}

bool ProofOfWork::spend(const std::string& nonce, std::int64_t until, Instant now) {
  const std::lock_guard lock(mutex_);
  if (spent_.size() >= kSweepAt) {
    std::erase_if(spent_, [&](const auto& item) { return item.second < seconds(now); });
  }
  return spent_.emplace(nonce, until).second;
}

// The cheap questions come first: a flood of false answers must cost us less than it costs the flood.
Result<void> ProofOfWork::redeem(std::string_view payload, std::string_view form, Instant now) {
  if (payload.empty()) return needed();
  const Result<proof::Solution> solution = proof::read_payload(payload);
  if (!solution) return needed();
  const proof::Challenge& challenge = solution->challenge;
  if (!equal_in_constant_time(sign(secret(), challenge), challenge.signature)) return needed();
  if (challenge.expires_at < seconds(now)) return make_error(Code::busy, "proof.over");
  if (challenge.form != form || !solution->derived_key.starts_with(challenge.key_prefix)) return needed();
  if (proof::derive(challenge, solution->counter) != solution->derived_key) return needed();
  return spend(challenge.nonce, challenge.expires_at, now) ? Result<void>() : Result<void>(needed());
}

}  // namespace hamandish::server

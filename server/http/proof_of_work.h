// Asks a browser for some work before a message is taken, in ALTCHA's format (shared/proof/challenge.h), as soon as many
// more messages arrive than people write, and for more of it under attack. Never asked of staff. A form without
// JavaScript cannot work: it gets fewer tries per address instead (Bucket::submit_bare). docs/decisions/0013.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/proof/challenge.h"

namespace hamandish::server {

class ProofOfWork {
 public:
  enum class Mode { automatic, always, off };

  // Counts a message that somebody tries to send; what is counted decides over the level.
  void count(Instant now);

  // 0: none is asked for; 1; 2: sixteen times harder.
  int level(Mode mode, Instant now);

  // A fresh one for this form, for ten minutes.
  proof::Challenge challenge(std::string_view form, int level, Instant now);

  // Busy «proof.needed» for nothing, or for what is not ours, not solved, used before or of another form; busy
  // «proof.over» for one whose time is over. A good one is used up by this.
  Result<void> redeem(std::string_view payload, std::string_view form, Instant now);

 private:
  const std::string& secret();
  bool spend(const std::string& nonce, std::int64_t until, Instant now);

  std::mutex mutex_;
  std::string secret_;                                   // of this process: what was given out before a restart is void
  std::unordered_map<std::string, std::int64_t> spent_;  // nonce: second at which it is void anyway
  std::int64_t minute_ = 0;
  int now_count_ = 0;     // in this minute
  int before_count_ = 0;  // in the one before
};

}  // namespace hamandish::server

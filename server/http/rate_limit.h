// Token buckets per client address: everyone may do a few things at once and then a steady number a minute. Generous,
// because many citizens share one address behind their mobile operator; what it stops is one machine trying codes and
// passwords by the thousand.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/time.h"

namespace hamandish::server {

// What is counted together.
enum class Bucket { none, login, lookup, submit, upload, lost, mobile, submit_bare, push, step };
inline constexpr std::size_t kBuckets = 10;

class RateLimit {
 public:
  // `address`: of the client; for Bucket::mobile the number. Milliseconds until the next one is allowed; 0: go ahead, and it is counted. IPv6 addresses count by their /64,
  // which is what one household gets.
  std::int64_t take(Bucket bucket, std::string_view address, Instant now);

 private:
  // By address: when it will have made up for all that it asked (the «theoretical arrival time» of the GCRA).
  struct Addresses {
    std::unordered_map<std::string, Instant> due;
    Instant swept;
  };

  std::mutex mutex_;
  std::array<Addresses, kBuckets> buckets_;
};

}  // namespace hamandish::server

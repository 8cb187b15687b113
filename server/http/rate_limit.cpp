#include "server/http/rate_limit.h"

#include <algorithm>

namespace hamandish::server {
namespace {

struct Rate {
  std::int64_t burst;
  std::int64_t interval;  // milliseconds from one to the next
};
// In the order of Bucket.
constexpr std::array<Rate, kBuckets> kRates = {
    Rate{1, 1},
    Rate{10, 6 * kSecond},
    Rate{30, 2 * kSecond},
    Rate{20, 3 * kSecond},
    Rate{40, 2 * kSecond},
    // Lost codes; messages of one mobile; forms without JavaScript while a proof of work is asked of the others.
    Rate{5, kMinute},
    Rate{20, 5 * kMinute},
    Rate{2, kMinute},
    // Pushes of gateways: all messages of all citizens come from one address.
    Rate{2000, kSecond / 20},
    // The pages of a survey's form, each a request.
    Rate{120, kSecond / 2},
};

// Beyond this many addresses those whose buckets are full again are forgotten; if none is, newcomers share one bucket.
constexpr std::size_t kMostAddresses = 50'000;

std::string key_of(std::string_view address) {
  std::size_t colons = 0;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == ':' && ++colons == 4) return std::string(address.substr(0, i));
  }
  return std::string(address);
}

}  // namespace

std::int64_t RateLimit::take(Bucket bucket, std::string_view address, Instant now) {
  if (bucket == Bucket::none) return 0;
  const Rate rate = kRates[static_cast<std::size_t>(bucket)];
  const std::lock_guard lock(mutex_);
  Addresses& addresses = buckets_[static_cast<std::size_t>(bucket)];
  std::string key = key_of(address);
  if (addresses.due.size() >= kMostAddresses && addresses.due.find(key) == addresses.due.end()) {
    // At most once a second: a flood of addresses must not make every request walk through all of them.
    if (now > addresses.swept + kSecond) {
      std::erase_if(addresses.due, [&](const auto& item) { return item.second <= now; });
      addresses.swept = now;
    }
    if (addresses.due.size() >= kMostAddresses) key.clear();
  }
  Instant& due = addresses.due[std::move(key)];
  // The upper bound matters only when the clock was set back.
  due = std::clamp(due, now, now + rate.burst * rate.interval);
  const std::int64_t wait = due.milliseconds + rate.interval - rate.burst * rate.interval - now.milliseconds;
  if (wait > 0) return wait;
  due = due + rate.interval;
  return 0;
}

}  // namespace hamandish::server

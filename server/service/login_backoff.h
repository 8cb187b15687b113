// How long to wait after failed sign-ins: nothing for the first few, then twice as long with each further one.
#pragma once

#include <cstdint>

#include "server/store/sessions_store.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct BackoffRule {
  std::int64_t free_failures;
  std::int64_t first_wait;  // milliseconds
  std::int64_t longest_wait;
};

// A person who mistypes gets five tries; whoever goes on guessing gets about a hundred a day for one name. An office
// behind one address has many people, so an address gets more.
inline constexpr BackoffRule kNameRule{5, 10 * kSecond, 15 * kMinute};
inline constexpr BackoffRule kAddressRule{30, 10 * kSecond, 15 * kMinute};
// Counters forget everything after this time without a failure.
inline constexpr std::int64_t kBackoffMemory = kHour;

// The row after one more failure at `now`.
AttemptsRow after_failure(const BackoffRule& rule, const AttemptsRow& before, Instant now);

}  // namespace hamandish::server

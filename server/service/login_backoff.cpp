#include "server/service/login_backoff.h"

#include <algorithm>

namespace hamandish::server {

AttemptsRow after_failure(const BackoffRule& rule, const AttemptsRow& before, Instant now) {
  AttemptsRow after = before;
  if (now >= before.last_at + kBackoffMemory) after = {};
  after.failures += 1;
  after.last_at = now;
  after.blocked_until = Instant{};
  if (after.failures < rule.free_failures) return after;
  const std::int64_t doublings = std::min<std::int64_t>(after.failures - rule.free_failures, 20);
  after.blocked_until = now + std::min(rule.first_wait << doublings, rule.longest_wait);
  return after;
}

}  // namespace hamandish::server

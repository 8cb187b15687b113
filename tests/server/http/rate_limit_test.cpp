#include "server/http/rate_limit.h"

#include <doctest/doctest.h>

namespace hamandish::server {

TEST_CASE("who asks too often waits, and only they") {
  RateLimit limit;
  const Instant start{1'000'000};
  int allowed = 0;
  while (limit.take(Bucket::login, "198.51.100.7", start) == 0) ++allowed;
  CHECK(allowed == 10);
  const std::int64_t wait = limit.take(Bucket::login, "198.51.100.7", start);
  CHECK(wait > 0);
  CHECK(wait <= 6 * kSecond);
  CHECK(limit.take(Bucket::login, "198.51.100.8", start) == 0);
  CHECK(limit.take(Bucket::lookup, "198.51.100.7", start) == 0);
  CHECK(limit.take(Bucket::login, "198.51.100.7", start + (wait - 1)) > 0);
  CHECK(limit.take(Bucket::login, "198.51.100.7", start + wait) == 0);
  CHECK(limit.take(Bucket::login, "198.51.100.7", start + wait) > 0);
}

TEST_CASE("a household of IPv6 addresses counts as one") {
  RateLimit limit;
  const Instant now{0};
  while (limit.take(Bucket::login, "2001:db8:1:2:aaaa::1", now) == 0) {
  }
  CHECK(limit.take(Bucket::login, "2001:db8:1:2:bbbb::2", now) > 0);
  CHECK(limit.take(Bucket::login, "2001:db8:1:3:aaaa::1", now) == 0);
}

TEST_CASE("what is not counted is never refused") {
  RateLimit limit;
  for (int i = 0; i < 1000; ++i) CHECK(limit.take(Bucket::none, "a", Instant{0}) == 0);
}

TEST_CASE("many addresses do not take all memory, nor all places") {
  RateLimit limit;
  for (int i = 0; i < 120'000; ++i) {
    static_cast<void>(limit.take(Bucket::lookup, "10." + std::to_string(i), Instant{0}));
  }
  // An hour later all of them are full again and forgotten: a newcomer has a bucket of its own.
  const Instant later{kHour};
  CHECK(limit.take(Bucket::lookup, "192.0.2.1", later) == 0);
  CHECK(limit.take(Bucket::lookup, "192.0.2.2", later) == 0);
}

TEST_CASE("a clock that is set back makes nobody wait for long") {
  RateLimit limit;
  CHECK(limit.take(Bucket::login, "a", Instant{kHour}) == 0);
  CHECK(limit.take(Bucket::login, "a", Instant{0}) <= 6 * kSecond);
}

}  // namespace hamandish::server

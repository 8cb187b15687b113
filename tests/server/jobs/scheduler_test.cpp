#include "server/jobs/scheduler.h"

#include <doctest/doctest.h>

#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

TEST_CASE(
    "a job runs at once, then at its time, once however long the server was away, and not again after a restart") {
  ServiceFixture fixture;
  int ran = 0;
  const auto jobs = [&ran] {
    return std::vector<Job>{{"count", kHour, [&ran](Instant) -> Result<void> {
                               ++ran;
                               return {};
                             }}};
  };
  {
    Scheduler scheduler(*fixture.database, jobs());
    CHECK(scheduler.run_due(kTestNow).value() == 1);
    CHECK(scheduler.run_due(kTestNow + kMinute).value() == 0);
    CHECK(scheduler.run_due(kTestNow + kHour).value() == 1);
    CHECK(scheduler.run_due(kTestNow + kDay).value() == 1);
  }
  fixture.reopen();
  Scheduler scheduler(*fixture.database, jobs());
  CHECK(scheduler.run_due(kTestNow + kDay + kMinute).value() == 0);
  CHECK(ran == 3);
}

TEST_CASE("a failed job keeps the others running and comes again; a clock that was set back does not stop it") {
  ServiceFixture fixture;
  int failed = 0;
  int ran = 0;
  Scheduler scheduler(*fixture.database, {{"bad", kMinute,
                                           [&failed](Instant) -> Result<void> {
                                             ++failed;
                                             return make_error(Code::unavailable, "error.unavailable");
                                           }},
                                          {"good", kMinute, [&ran](Instant) -> Result<void> {
                                             ++ran;
                                             return {};
                                           }}});
  CHECK(scheduler.run_due(kTestNow).ok());
  CHECK(scheduler.run_due(kTestNow + kMinute).ok());
  CHECK(failed == 2);
  CHECK(ran == 2);
  CHECK(scheduler.run_due(kTestNow + -kDay).ok());
  CHECK(ran == 3);
  CHECK(fixture.count("SELECT count(*) FROM jobs WHERE last_error = 'error.unavailable'") == 1);
}

}  // namespace
}  // namespace hamandish::server

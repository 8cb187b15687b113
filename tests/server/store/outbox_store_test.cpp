#include "server/store/outbox_store.h"

#include <doctest/doctest.h>

#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

OutboxMessage sms(const std::string& once) {
  OutboxMessage message;
  message.address = "09121234567";
  message.text = "متن";
  message.cause = "test";
  message.once = once;
  return message;
}

TEST_CASE("a message goes out once, and not before its time") {
  ServiceFixture fixture;
  std::vector<bool> queued;
  std::vector<OutboxRow> now;
  std::vector<OutboxRow> later;
  const Result<void> done = fixture.database->write([&](Transaction& transaction) -> Result<void> {
    queued = {queue_message(transaction, sms("a"), kTestNow).value(),
              queue_message(transaction, sms("a"), kTestNow).value(),
              queue_message(transaction, sms(""), kTestNow).value()};
    OutboxMessage waits = sms("");
    waits.not_before = kTestNow + kDay;
    queued.push_back(queue_message(transaction, waits, kTestNow).value());
    now = due_messages(transaction, kTestNow, 10).value();
    later = due_messages(transaction, kTestNow + kDay, 10).value();
    return {};
  });
  REQUIRE(done.ok());
  CHECK(queued == std::vector<bool>{true, false, true, true});
  CHECK(now.size() == 2);
  CHECK(later.size() == 3);
}

TEST_CASE("what was sent is not sent again; what failed comes again or not at all") {
  ServiceFixture fixture;
  std::size_t left = 0;
  std::size_t left_later = 0;
  const Result<void> done = fixture.database->write([&](Transaction& transaction) -> Result<void> {
    for (const char* once : {"a", "b", "c"}) {
      if (!queue_message(transaction, sms(once), kTestNow)) return make_error(Code::internal, "");
    }
    const std::vector<OutboxRow> rows = due_messages(transaction, kTestNow, 10).value();
    if (!mark_sent(transaction, rows[0].id, kTestNow).ok()) return make_error(Code::internal, "");
    if (!mark_failed(transaction, rows[1].id, kTestNow, kTestNow + kHour).ok()) return make_error(Code::internal, "");
    if (!mark_failed(transaction, rows[2].id, kTestNow, {}).ok()) return make_error(Code::internal, "");
    left = due_messages(transaction, kTestNow, 10).value().size();
    left_later = due_messages(transaction, kTestNow + kHour, 10).value().size();
    return {};
  });
  REQUIRE(done.ok());
  CHECK(left == 0);
  CHECK(left_later == 1);
}

}  // namespace
}  // namespace hamandish::server

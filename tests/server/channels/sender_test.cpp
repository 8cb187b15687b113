#include "server/channels/sender.h"

#include <doctest/doctest.h>

#include "server/channels/config.h"
#include "server/channels/sms_gateways.h"
#include "server/store/channels_store.h"
#include "server/store/outbox_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

TEST_CASE("tries come farther and farther apart, up to a quarter of an hour") {
  CHECK(wait_after(0) == 15 * kSecond);
  CHECK(wait_after(1) == 30 * kSecond);
  CHECK(wait_after(5) == 8 * kMinute);
  CHECK(wait_after(6) == 15 * kMinute);
  CHECK(wait_after(1000) == 15 * kMinute);
}

TEST_CASE("quiet hours end at their time in Tehran, also over midnight") {
  // kTestNow is 09:00.
  const QuietHours night{21 * 60, 8 * 60};
  CHECK(after_quiet_hours(night, kTestNow) == Instant{});
  CHECK(after_quiet_hours(night, kTestNow + -2 * kHour) == kTestNow + -kHour);      // 07:00 -> 08:00
  CHECK(after_quiet_hours(night, kTestNow + 13 * kHour) == kTestNow + 23 * kHour);  // 22:00 -> 08:00
  CHECK(after_quiet_hours(night, kTestNow + 12 * kHour) == kTestNow + 23 * kHour);  // 21:00 sharp
  CHECK(after_quiet_hours(night, kTestNow + -kHour) == Instant{});                  // 08:00 sharp
  CHECK(after_quiet_hours({8 * 60, 10 * 60}, kTestNow) == kTestNow + kHour);
  CHECK(after_quiet_hours({0, 0}, kTestNow) == Instant{});
}

TEST_CASE("a gateway's words are shown without numbers and keys") {
  CHECK(harmless("bad receptor 09121234567") == "bad receptor 0912*******");
  CHECK(harmless("a\nb") == "ab");
}

TEST_CASE("mistakes of the configuration are told with their places, and no password crosses a net in the open") {
  const auto places = [](const std::string& json) {
    const Result<ChannelsConfig> read = read_channels_config(json, "");
    std::string all;
    if (read) return all;
    for (const FieldError& error : read.error().fields) all += error.field + ' ';
    return all;
  };
  CHECK(places(R"({"sms":{"gateways":[{"type":"kannel","url":"http://127.0.0.1:1"}]}})").empty());
  CHECK(places(R"({"sms":{"gateways":[{"type":"pigeon"}],"quiet_from":"25:00"},"x":1})") ==
        "sms.gateways[0].type sms.quiet_from x ");
  CHECK(places(R"({"sms":{"gateways":[{"type":"console"},{"type":"console"}]}})") == "sms ");
  CHECK(places(R"({"sms":{"gateways":[{"type":"console","secret":"short"}]}})") == "sms.gateways[0].secret ");
  CHECK(places(R"({"email":{"smtp":{"url":"smtp://mail.example","from":"a@b","tls":false}}})") == "email.smtp.tls ");
  CHECK(places(R"({"email":{"smtp":{"url":"smtp://127.0.0.1:25","from":"a@b","tls":false}}})").empty());
}

// A gateway of the tests: says what it is told to say, and remembers what it was given.
class Played final : public Gateway {
 public:
  explicit Played(const std::string& name) : Gateway(named(name)) {}
  SendOutcome send(const Outgoing& message) override {
    given.push_back(message.ref);
    return {says, says == SendState::taken ? name() + std::to_string(message.ref) : std::string(), "as told", 0};
  }
  std::optional<std::string> find(std::int64_t /*ref*/) override { return knows; }
  std::size_t asked_at_once() const override { return 2; }
  std::vector<DeliveryNews> deliveries(const std::vector<std::string>& ids) override {
    asked.insert(asked.end(), ids.begin(), ids.end());
    return {};
  }
  SendState says = SendState::taken;
  std::optional<std::string> knows;
  std::vector<std::int64_t> given;
  std::vector<std::string> asked;

 private:
  static GatewayConfig named(const std::string& name) {
    GatewayConfig config;
    config.name = name;
    return config;
  }
};

struct Lines : ServiceFixture {
  Lines() {
    gateways.push_back(std::make_unique<Played>("first"));
    gateways.push_back(std::make_unique<Played>("second"));
  }
  Played& first() { return static_cast<Played&>(*gateways[0]); }
  Played& second() { return static_cast<Played&>(*gateways[1]); }
  void queue(const std::string& mobile, Instant not_before = {}) {
    REQUIRE(database->write([&](Transaction& transaction) -> Result<void> {
      const Result<bool> queued =
          queue_message(transaction, {OutboxChannel::sms, mobile, "text", "receipt", "", 0, not_before}, kTestNow);
      return queued ? Result<void>() : Result<void>(queued.error());
    }));
  }
  void send(Instant now) {
    REQUIRE(sender.send_due(now, [now] { return now; }));
  }
  OutboxRow row(std::int64_t id) {
    OutboxRow found;
    REQUIRE(database->read([&](Reader& reader) -> Result<void> {
      found = outbox_message(reader, id).value().value();
      return {};
    }));
    return found;
  }
  Gateways gateways;
  ChannelsConfig config;
  Sender sender{*database, OutboxChannel::sms, gateways, config};
};

TEST_CASE("a message that one gateway may have is given to no other while that is in doubt") {
  Lines lines;
  lines.queue("09151112233");
  lines.first().says = SendState::unclear;
  lines.send(kTestNow);
  CHECK(lines.first().given.size() == 1);
  // The gateway is down now and cannot be asked: still nobody else.
  lines.first().says = SendState::later;
  for (int minute = 1; minute < 40; ++minute) lines.send(kTestNow + minute * kMinute);
  CHECK(lines.first().given.size() > 2);
  CHECK(lines.second().given.empty());
  SUBCASE("it is back and knows the message") {
    lines.first().knows = "theirs";
    const std::size_t before = lines.first().given.size();
    for (int minute = 40; minute < 60; ++minute) lines.send(kTestNow + minute * kMinute);
    CHECK(lines.first().given.size() == before);
    CHECK(lines.row(1).gateway_id == "theirs");
  }
  SUBCASE("it is back and knows no such message") {
    lines.first().knows = "";
    for (int minute = 40; minute < 60; ++minute) lines.send(kTestNow + minute * kMinute);
    CHECK(lines.second().given.size() == 1);
    CHECK(lines.row(1).state == "sent");
  }
  SUBCASE("it stays away: after an hour a second copy is better than none") {
    for (int minute = 40; minute < 90; ++minute) lines.send(kTestNow + minute * kMinute);
    CHECK(lines.second().given.size() == 1);
  }
}

TEST_CASE("a crash in the middle of a try leaves that gateway in doubt, not the first of the list") {
  Lines lines;
  lines.queue("09151112233");
  REQUIRE(lines.database->write([](Transaction& transaction) {
    return mark_trying(transaction, 1, {"second", ""}, kTestNow);
  }));
  lines.second().knows = "theirs";
  lines.send(kTestNow + kMinute);
  CHECK(lines.first().given.empty());
  CHECK(lines.second().given.empty());
  CHECK(lines.row(1).gateway == "second");
}

TEST_CASE("those that wait for one gateway do not stand in the way of others") {
  Lines lines;
  for (int i = 0; i < 60; ++i) lines.queue("09151112233");
  REQUIRE(lines.database->write([](Transaction& transaction) -> Result<void> {
    for (std::int64_t id = 1; id <= 55; ++id) {
      Result<void> marked = mark_trying(transaction, id, {"first", ""}, kTestNow);
      if (!marked) return marked;
    }
    return set_paused(transaction, "first", true);
  }));
  lines.send(kTestNow + kSecond);
  lines.send(kTestNow + 2 * kSecond);
  CHECK(lines.second().given == std::vector<std::int64_t>{56, 57, 58, 59, 60});
}

TEST_CASE("patience counts from the first try, not from when the message was written") {
  Lines lines;
  const Instant then = kTestNow + 28 * kDay;
  lines.queue("09151112233", then);
  lines.first().says = SendState::later;
  lines.second().says = SendState::later;
  lines.send(then);
  CHECK(lines.row(1).state == "waiting");
  for (int hour = 1; hour < 26; ++hour) lines.send(then + hour * kHour);
  CHECK(lines.row(1).state == "failed");
}

TEST_CASE("a report of delivery that is faster than the gateway's answer is kept") {
  Lines lines;
  lines.queue("09151112233");
  REQUIRE(lines.database->write([](Transaction& transaction) -> Result<void> {
    Result<void> done = mark_trying(transaction, 1, {"first", ""}, kTestNow);
    if (done) done = mark_delivery(transaction, 1, Delivery::delivered, kTestNow);
    if (done) done = mark_taken(transaction, 1, {"first", "x", 1}, kTestNow);
    return done;
  }));
  CHECK(lines.row(1).delivery == Delivery::delivered);
}

TEST_CASE("every message on its way is asked about in turn, whatever the others' gateways say") {
  Lines lines;
  for (int i = 0; i < 5; ++i) lines.queue("09151112233");
  lines.send(kTestNow);
  for (int i = 0; i < 4; ++i) REQUIRE(lines.sender.ask_deliveries(kTestNow + kMinute));
  CHECK(lines.first().asked ==
        std::vector<std::string>{"first1", "first2", "first3", "first4", "first5", "first1", "first2"});
}

}  // namespace
}  // namespace hamandish::server

#include "server/channels/sender.h"

#include <doctest/doctest.h>

#include "server/channels/config.h"
#include "server/channels/sms_gateways.h"
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

}  // namespace
}  // namespace hamandish::server

// Parts of SMS on their way to be one message, and what search finds of words that came later.
#include <doctest/doctest.h>

#include "server/store/channels_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

Inbound part(const std::string& ref, int total, int number, const std::string& text) {
  Inbound message;
  message.channel = Intake::sms;
  message.source = "line";
  message.source_id = ref + "-" + std::to_string(number) + "-" + text;
  message.sender = "09121234567";
  message.text = text;
  message.part = SmsPart{ref, total, number};
  return message;
}

TEST_CASE("every order of three parts makes the same message, and each part pushed again changes nothing") {
  const int orders[6][3] = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
  for (const auto& order : orders) {
    ServiceFixture fixture;
    CasesService& cases = fixture.services->cases;
    TakenIn last;
    for (const int number : order) {
      const Inbound one = part("7", 3, number, "تکهٔ " + std::to_string(number) + " ");
      last = cases.take_in(one, kTestNow).value();
      CHECK(last.outcome == (number == order[2] ? InboundOutcome::opened : InboundOutcome::part));
      CHECK(cases.take_in(one, kTestNow).value().outcome == InboundOutcome::part);
    }
    CHECK(fixture.count("SELECT COUNT(*) FROM cases WHERE body = 'تکهٔ 1 تکهٔ 2 تکهٔ 3'") == 1);
    CHECK(fixture.count("SELECT COUNT(*) FROM inbound") == 1);
    CHECK(fixture.count("SELECT COUNT(*) FROM sms_parts WHERE joined_at IS NOT NULL AND text = ''") == 3);
    CHECK(fixture.database->verify().ok());
  }
}

TEST_CASE("what is late for ten minutes is given up, what comes after that joins, and old parts are forgotten") {
  ServiceFixture fixture;
  CasesService& cases = fixture.services->cases;
  REQUIRE(cases.take_in(part("7", 2, 2, "دو"), kTestNow).ok());
  REQUIRE(cases.give_up_late_parts(CaseKind::request, "public-relations", kTestNow + 9 * kMinute).ok());
  CHECK(fixture.count("SELECT COUNT(*) FROM cases") == 0);
  REQUIRE(cases.give_up_late_parts(CaseKind::request, "public-relations", kTestNow + 11 * kMinute).ok());
  CHECK(fixture.count("SELECT COUNT(*) FROM cases WHERE kind = 'request' AND body LIKE '%نرسید] دو' AND "
                      "unit_id = 'public-relations'") == 1);
  const TakenIn late = cases.take_in(part("7", 2, 1, "یک"), kTestNow + 12 * kMinute).value();
  CHECK(late.outcome == InboundOutcome::joined);
  CHECK(fixture.count("SELECT COUNT(*) FROM cases") == 1);
  // A week later the telephone uses the reference again.
  const Instant week = kTestNow + 7 * kDay;
  CHECK(cases.take_in(part("7", 2, 1, "تازه "), week).value().outcome == InboundOutcome::part);
  CHECK(cases.take_in(part("7", 2, 2, "کامل"), week).value().outcome == InboundOutcome::opened);
  CHECK(fixture.count("SELECT COUNT(*) FROM cases WHERE body = 'تازه کامل'") == 1);
  REQUIRE(cases.give_up_late_parts(CaseKind::request, "public-relations", week + 31 * kDay).ok());
  CHECK(fixture.count("SELECT COUNT(*) FROM sms_parts") == 0);
  CHECK(fixture.database->verify().ok());
}

TEST_CASE("whoever hides the number is many people: no recording is left out") {
  ServiceFixture fixture;
  for (int i = 0; i < 30; ++i) {
    Inbound call;
    call.channel = Intake::phone;
    call.source = "phone";
    call.source_id = "call-" + std::to_string(i);
    call.text = "پیام صوتی";
    REQUIRE(fixture.services->cases.take_in(call, kTestNow + i * kSecond).ok());
  }
  CHECK(fixture.count("SELECT COUNT(*) FROM cases") == 30);
}

TEST_CASE("words that joined a case are found by searching, beside its own") {
  ServiceFixture fixture;
  CasesService& cases = fixture.services->cases;
  Inbound first = part("1", 1, 1, "آب قنات قطع است");
  first.part.reset();
  Inbound second = part("1", 1, 2, "نام روستا سرچاه است");
  second.part.reset();
  REQUIRE(cases.take_in(first, kTestNow).ok());
  REQUIRE(cases.take_in(second, kTestNow + kMinute).ok());
  const auto found = [&](const char* words) {
    return fixture.count(std::string("SELECT COUNT(*) FROM case_words WHERE case_words MATCH '") + words + "'");
  };
  CHECK(found("قنات") == 1);
  CHECK(found("سرچاه") == 1);
  CHECK(fixture.count("SELECT COUNT(*) FROM case_further_words") == 1);
}

}  // namespace
}  // namespace hamandish::server

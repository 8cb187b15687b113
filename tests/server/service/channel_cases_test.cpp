// What channels bring in becomes cases: once, in the right one, and answered only where a person wrote.
#include <doctest/doctest.h>

#include "server/store/channels_store.h"
#include "server/store/outbox_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

Inbound sms(const std::string& id, const std::string& text) {
  Inbound message;
  message.channel = Intake::sms;
  message.source = "line";
  message.source_id = id;
  message.sender = "09121234567";
  message.text = text;
  return message;
}

Inbound mail(const std::string& id, const std::string& subject) {
  Inbound message;
  message.channel = Intake::email;
  message.source = "email";
  message.source_id = id;
  message.message_id = "<" + id + "@mail.example>";
  message.sender = "maryam@mail.example";
  message.sender_name = "مریم ولی‌زاده";
  message.subject = subject;
  message.text = "متن نامه";
  return message;
}

TEST_CASE("the same message twice is one case and one receipt") {
  ServiceFixture fixture;
  const Result<TakenIn> first = fixture.services->cases.take_in(sms("1", "شکایت: آب قطع است"), kTestNow);
  const Result<TakenIn> again = fixture.services->cases.take_in(sms("1", "شکایت: آب قطع است"), kTestNow + kMinute);
  REQUIRE(first.ok());
  REQUIRE(again.ok());
  CHECK(first->outcome == InboundOutcome::opened);
  CHECK(first->first);
  CHECK_FALSE(again->first);
  CHECK(again->case_id == first->case_id);
  CHECK(fixture.count("SELECT COUNT(*) FROM cases") == 1);
  CHECK(fixture.count("SELECT COUNT(*) FROM outbox WHERE cause = 'receipt'") == 1);
  CHECK(fixture.database->verify().ok());
}

TEST_CASE("within a day the next message joins, after it a new case begins") {
  ServiceFixture fixture;
  CasesService& cases = fixture.services->cases;
  const TakenIn first = cases.take_in(sms("1", "آب قطع است"), kTestNow).value();
  const TakenIn joined = cases.take_in(sms("2", "هنوز هم"), kTestNow + 23 * kHour).value();
  // The day runs from the last message.
  const TakenIn again = cases.take_in(sms("3", "باز هم"), kTestNow + 46 * kHour).value();
  const TakenIn other = cases.take_in(sms("4", "سهمیهٔ کود"), kTestNow + 71 * kHour).value();
  CHECK(joined.outcome == InboundOutcome::joined);
  CHECK(joined.case_id == first.case_id);
  CHECK(again.case_id == first.case_id);
  CHECK(other.outcome == InboundOutcome::opened);
  CHECK(other.case_id != first.case_id);
}

TEST_CASE("more than a person writes in an hour is kept, and answered with nothing") {
  ServiceFixture fixture;
  for (int i = 0; i < 25; ++i) {
    const Result<TakenIn> taken =
        fixture.services->cases.take_in(sms(std::to_string(i), "پیگیری ۱۲۳"), kTestNow + i * kSecond);
    REQUIRE(taken.ok());
    CHECK(taken->outcome == (i < 20 ? InboundOutcome::status : InboundOutcome::too_many));
  }
  CHECK(fixture.count("SELECT COUNT(*) FROM inbound") == 25);
  CHECK(fixture.count("SELECT COUNT(*) FROM outbox") == 20);
}

TEST_CASE("a mail finds its case by what it answers to, by the code in its subject, by the address it went to") {
  ServiceFixture fixture;
  CasesService& cases = fixture.services->cases;
  const TakenIn first = cases.take_in(mail("a", "آب چاه"), kTestNow).value();
  REQUIRE(first.outcome == InboundOutcome::opened);
  Inbound reply = mail("b", "Re: چیز دیگر");
  reply.refs = {"<unknown@x>", "<a@mail.example>"};
  CHECK(cases.take_in(reply, kTestNow + kHour).value().case_id == first.case_id);
  CHECK(cases.take_in(mail("c", "Re: آب [#" + first.tracking_code + "]"), kTestNow + kHour).value().case_id ==
        first.case_id);
  Inbound plus = mail("d", "بی‌نشان");
  plus.recipient = "unit+" + first.tracking_code + "@organisation.example";
  CHECK(cases.take_in(plus, kTestNow + kHour).value().case_id == first.case_id);
  CHECK(cases.take_in(mail("e", "موضوع تازه"), kTestNow + kHour).value().outcome == InboundOutcome::opened);
}

TEST_CASE("a machine's mail is kept beside its case, changes nothing there and is never answered") {
  ServiceFixture fixture;
  CasesService& cases = fixture.services->cases;
  const TakenIn first = cases.take_in(mail("a", "آب چاه"), kTestNow).value();
  Inbound vacation = mail("b", "در مرخصی هستم");
  vacation.automatic = true;
  vacation.refs = {"<a@mail.example>"};
  const TakenIn kept = cases.take_in(vacation, kTestNow + kMinute).value();
  CHECK(kept.outcome == InboundOutcome::automatic);
  CHECK(kept.case_id == first.case_id);
  CHECK(fixture.count("SELECT COUNT(*) FROM case_events") == 1);
  CHECK(fixture.count("SELECT COUNT(*) FROM outbox") == 1);
}

TEST_CASE("thanks after the answer join the case and leave it answered; who writes from elsewhere is named") {
  ServiceFixture fixture;
  CasesService& cases = fixture.services->cases;
  fixture.add_user("head", Role::head_office, "head-office");
  const TakenIn first = cases.take_in(mail("a", "آب چاه"), kTestNow).value();
  const Actor head = fixture.actor("head");
  const auto page = cases.inbox(head, {}, kTestNow);
  REQUIRE(page.ok());
  api::StaffAction reply;
  reply.text = "چاه لایروبی شد.";
  reply.version = 1;
  REQUIRE(cases.reply(head, page->cases.front().id, reply, kTestNow).ok());
  Inbound thanks = mail("b", "Re: آب چاه");
  thanks.refs = {"<a@mail.example>"};
  thanks.sender = "ali@mail.example";
  CHECK(cases.take_in(thanks, kTestNow + kHour).value().case_id == first.case_id);
  const Result<api::StaffCase> found = cases.read_case(head, page->cases.front().id, kTestNow);
  REQUIRE(found.ok());
  CHECK(found->state == CaseState::answered);
  CHECK(found->events.back().kind == EventKind::supplied);
  CHECK(found->events.back().text.find("ali@mail.example") != std::string::npos);
  // The answer itself went out in words, by e-mail.
  bool told = false;
  for (const api::SentMessage& sent : found->messages) {
    told = told || (sent.channel == "email" && sent.text.find("چاه لایروبی شد.") != std::string::npos);
  }
  CHECK(told);
}

}  // namespace
}  // namespace hamandish::server

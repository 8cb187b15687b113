#include "server/service/citizen_notices.h"

#include <doctest/doctest.h>

#include "server/service/cases_service.h"
#include "server/store/outbox_store.h"
#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

constexpr Instant kLater = kTestNow + kMinute;

struct NoticeFixture : ServiceFixture {
  Actor head;
  std::string code;
  std::string id;

  NoticeFixture() {
    add_user("head", Role::head_office, "head-office");
    head = actor("head");
  }
  void receive(const api::NewCase& content) {
    code = services->cases.register_case(content, "key-1", kTestNow)->tracking_code;
    id = services->cases.inbox(head, {})->cases.at(0).id;
  }
  Result<api::StaffCase> act(CaseAction action, std::string text, Instant now = kLater) {
    api::StaffAction asked;
    asked.action = action;
    asked.text = std::move(text);
    asked.version = services->cases.read_case(head, id, now)->version;
    if (action == CaseAction::extend) asked.due_on = Day{count_due() + 3};
    return services->cases.act(head, id, asked, now);
  }
  std::int32_t count_due() { return static_cast<std::int32_t>(count("SELECT max(due_on) FROM cases -- whole table")); }
  // All there are, in the order in which they were written.
  std::vector<OutboxMessage> messages() {
    database->flush();
    std::vector<OutboxMessage> found;
    const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
      const std::vector<OutboxRow> rows = due_messages(reader, kTestNow + 365 * kDay, 100).value();
      for (const OutboxRow& row : rows) found.push_back(row.message);
      return {};
    });
    REQUIRE(done.ok());
    return found;
  }
  std::vector<std::string> causes() {
    std::vector<std::string> found;
    for (const OutboxMessage& message : messages()) found.push_back(message.cause);
    return found;
  }
};

api::NewCase suggestion(const std::string& mobile, const std::string& email) {
  api::NewCase content;
  content.kind = CaseKind::suggestion;
  content.answers = {
      {"first_name", "علی"},
      {"last_name", "کاظمی"},
      {"subject", "نوبت آب"},
      {"body", "نوبت آب را با پیامک اعلام کنید تا کسی بی‌خبر نماند."}};
  if (!mobile.empty()) content.answers.push_back({"mobile", mobile});
  if (!email.empty()) content.answers.push_back({"email", email});
  return content;
}

TEST_CASE_FIXTURE(NoticeFixture,
                  "a citizen hears of a question, an extension, an answer and the end, and of nothing else") {
  receive(sample_case());
  REQUIRE(act(CaseAction::note, "یادداشت").ok());
  REQUIRE(act(CaseAction::ask, "شماره پروانه را بنویسید").ok());
  REQUIRE(act(CaseAction::extend, "بازدید لازم است").ok());
  const std::string new_date = short_date(Day{count_due()});
  REQUIRE(act(CaseAction::reply, "لایروبی می‌شود").ok());
  REQUIRE(act(CaseAction::close, "").ok());
  const std::vector<OutboxMessage> sent = messages();
  CHECK(causes() == std::vector<std::string>{"asked", "extended", "replied", "closed", "second_look"});
  for (const OutboxMessage& message : sent) {
    CHECK(message.channel == OutboxChannel::sms);
    CHECK(message.address == "09121234567");
    CHECK(message.text.find(code_in_message(code)) != std::string::npos);
    CHECK(message.text.find("قنات") == std::string::npos);
    CHECK(message.text.find("پروانه") == std::string::npos);
    CHECK(message.text.find('{') == std::string::npos);
  }
  CHECK(sent.at(1).text.find(new_date) != std::string::npos);
  CHECK(sent.at(4).not_before == kLater + kSecondLookAfter);
}

TEST_CASE_FIXTURE(NoticeFixture, "what is refused for a wrong version or state says nothing to the citizen") {
  receive(sample_case());
  api::StaffAction asked;
  asked.action = CaseAction::ask;
  asked.text = "شماره پروانه";
  asked.version = 99;
  CHECK_FALSE(services->cases.act(head, id, asked, kLater).ok());
  CHECK_FALSE(act(CaseAction::ask, "  ").ok());
  CHECK(messages().empty());
}

TEST_CASE_FIXTURE(NoticeFixture, "without a mobile the e-mail is taken, with both the mobile") {
  SUBCASE("e-mail only") {
    receive(suggestion("", "ali@mail.example"));
    REQUIRE(act(CaseAction::reply, "پذیرفته شد").ok());
    REQUIRE(messages().size() == 1);
    CHECK(messages()[0].channel == OutboxChannel::email);
    CHECK(messages()[0].address == "ali@mail.example");
  }
  SUBCASE("both") {
    receive(suggestion("09121234567", "ali@mail.example"));
    REQUIRE(act(CaseAction::reply, "پذیرفته شد").ok());
    REQUIRE(messages().size() == 1);
    CHECK(messages()[0].channel == OutboxChannel::sms);
  }
  SUBCASE("neither") {
    receive(anonymous_case());
    REQUIRE(act(CaseAction::reply, "بررسی شد").ok());
    REQUIRE(act(CaseAction::close, "").ok());
    CHECK(messages().empty());
  }
}

TEST_CASE_FIXTURE(NoticeFixture, "who reports others is only asked") {
  api::NewCase report = anonymous_case();
  report.anonymous = false;
  report.answers.push_back({"mobile", "09121234567"});
  receive(report);
  REQUIRE(act(CaseAction::ask, "کجا؟").ok());
  REQUIRE(act(CaseAction::reply, "بررسی شد").ok());
  REQUIRE(act(CaseAction::close, "").ok());
  CHECK(causes() == std::vector<std::string>{"asked"});
}

TEST_CASE_FIXTURE(NoticeFixture, "an objection takes the second look back; the next end asks for it again") {
  receive(sample_case());
  REQUIRE(act(CaseAction::close, "کاری نمی‌توان کرد").ok());
  CHECK(causes() == std::vector<std::string>{"closed", "second_look"});
  const std::string token = services->cases.lookup({code, "4567"}, kLater)->tracking_token;
  REQUIRE(services->cases.act_on_own(CaseAction::object, {token, "می‌توان", {}, 0}, kLater).ok());
  CHECK(causes() == std::vector<std::string>{"closed"});
}

TEST_CASE("codes in messages keep their order without marks") {
  CHECK(code_in_message("123456789012") == "\u200e۱۲۳۴-۵۶۷۸-۹۰۱۲");
  CHECK(code_in_message("1234567890") == "\u200e۱۲۳۴-۵۶۷۸-۹۰");
}

}  // namespace
}  // namespace hamandish::server

#include <doctest/doctest.h>

#include <algorithm>

#include "server/service/case_clocks.h"
#include "server/service/cases_service.h"
#include "server/store/outbox_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct CitizenFixture : ServiceFixture {
  std::string code;
  std::string id;
  Actor officer;

  CitizenFixture() {
    add_user("water", Role::officer, "soil-water");
    add_user("manager", Role::unit_manager, "soil-water");
    add_user("head", Role::head_office, "head-office");
    officer = actor("water");
    code = services->cases.register_case(sample_case(), "key-1", kTestNow)->tracking_code;
    id = services->cases.inbox(officer, {})->cases.at(0).id;
  }

  api::CitizenCase look() {
    Result<api::CitizenCase> found = services->cases.lookup({code, "4567"}, kTestNow);
    REQUIRE(found.ok());
    return std::move(found).value();
  }
  Result<api::CitizenCase> act(CaseAction action, const std::string& text = {}, int score = 0) {
    return services->cases.act_on_own(action, {look().tracking_token, text, {}, score}, kTestNow);
  }
  void answer_as(const Actor& who, const std::string& text) {
    const Result<api::StaffCase> now = services->cases.read_case(who, id, kTestNow);
    REQUIRE(now.ok());
    REQUIRE(services->cases.reply(who, id, {{}, text, now->version}, kTestNow).ok());
  }
  // As staff will do it; the state alone counts here.
  void set_state(const std::string& state) {
    const Result<void> done = database->write([&](Transaction& transaction) -> Result<void> {
      const Result<std::int64_t> changed = transaction.execute("UPDATE cases SET state = ? -- whole table", {state});
      if (!changed) return changed.error();
      return {};
    });
    REQUIRE(done.ok());
  }
};

bool offers(const api::CitizenCase& found, CaseAction action) {
  return std::find(found.actions.begin(), found.actions.end(), action) != found.actions.end();
}

Code code_of(const Result<api::CitizenCase>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

TEST_CASE_FIXTURE(CitizenFixture, "the token of a lookup opens the case for an hour, and no other token does") {
  const std::string token = look().tracking_token;
  const Result<api::CitizenCase> again = services->cases.mine(token, kTestNow + 59 * kMinute);
  REQUIRE(again.ok());
  CHECK(again->tracking_code == code);
  CHECK(code_of(services->cases.mine(token, kTestNow + kHour)) == Code::unauthorized);
  CHECK(code_of(services->cases.mine("", kTestNow)) == Code::unauthorized);
  const std::string receipt = services->cases.register_case(sample_case(), "key-1", kTestNow)->receipt_token;
  CHECK(code_of(services->cases.mine(receipt, kTestNow)) == Code::unauthorized);
}

TEST_CASE_FIXTURE(CitizenFixture, "a citizen withdraws at any stage, once, and staff see why") {
  CHECK(offers(look(), CaseAction::withdraw));
  const Result<api::CitizenCase> after = act(CaseAction::withdraw, "مشکل حل شد");
  REQUIRE(after.ok());
  CHECK(after->state == CaseState::withdrawn);
  CHECK(after->actions.empty());
  CHECK(after->trail.back().text == "مشکل حل شد");
  CHECK(code_of(act(CaseAction::withdraw)) == Code::conflict);
}

TEST_CASE_FIXTURE(CitizenFixture, "a question is replied to with words and files") {
  CHECK(code_of(act(CaseAction::supply, "بفرمایید")) == Code::conflict);
  set_state("waiting_for_citizen");
  CHECK(code_of(act(CaseAction::supply, "  ")) == Code::invalid);
  const Result<api::AttachmentInfo> file = services->uploads.store_upload("deed.png", tiny_png(), kTestNow);
  REQUIRE(file.ok());
  const api::CitizenAction reply{look().tracking_token, "سند پیوست است.", {file->id}, 0};
  const Result<api::CitizenCase> after = services->cases.act_on_own(CaseAction::supply, reply, kTestNow);
  REQUIRE(after.ok());
  CHECK(after->state == CaseState::in_progress);
  REQUIRE(after->attachments.size() == 1);
  CHECK(after->attachments[0].file_name == "deed.png");
  CHECK(after->trail.back().kind == EventKind::supplied);
  set_state("waiting_for_citizen");
  const Result<api::CitizenCase> twice = services->cases.act_on_own(CaseAction::supply, reply, kTestNow);
  REQUIRE_FALSE(twice.ok());
  CHECK(twice.error().fields.at(0).field == "attachments");
}

TEST_CASE_FIXTURE(CitizenFixture, "an objection comes once, and who answered cannot answer it") {
  CHECK(code_of(act(CaseAction::object, "نادرست است")) == Code::conflict);
  answer_as(officer, "نمی‌شود.");
  CHECK(code_of(act(CaseAction::object)) == Code::invalid);
  const Result<api::CitizenCase> after = act(CaseAction::object, "پاسخ درست نیست");
  REQUIRE(after.ok());
  CHECK(after->state == CaseState::in_progress);
  CHECK_FALSE(offers(*after, CaseAction::object));
  const Result<api::StaffCase> seen = services->cases.read_case(officer, id, kTestNow);
  REQUIRE(seen.ok());
  CHECK_FALSE(seen->may_reply);
  const Result<api::StaffCase> refused = services->cases.reply(officer, id, {{}, "همان", seen->version}, kTestNow);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Code::forbidden);
  answer_as(actor("manager"), "بررسی شد و درست می‌گویید.");
  CHECK(code_of(act(CaseAction::object, "باز هم")) == Code::conflict);
}

TEST_CASE_FIXTURE(CitizenFixture, "who closed without an answer does not decide the objection either") {
  api::StaffAction closing;
  closing.action = CaseAction::close;
  closing.text = "بررسی شد و کاری از ما برنمی‌آید.";
  closing.version = services->cases.read_case(officer, id, kTestNow)->version;
  REQUIRE(services->cases.act(officer, id, closing, kTestNow).ok());
  REQUIRE(act(CaseAction::object, "نادرست است").ok());
  const Result<api::StaffCase> seen = services->cases.read_case(officer, id, kTestNow);
  REQUIRE(seen.ok());
  CHECK_FALSE(seen->may_reply);
}

TEST_CASE_FIXTURE(CitizenFixture, "an objection to a manager goes to the head's office") {
  answer_as(actor("manager"), "نمی‌شود.");
  const Result<api::CitizenCase> after = act(CaseAction::object, "پاسخ درست نیست");
  REQUIRE(after.ok());
  CHECK(after->unit_name == test_profile().unit("head-office")->name);
  CHECK_FALSE(services->cases.read_case(actor("manager"), id, kTestNow).ok());
  answer_as(actor("head"), "پذیرفته شد.");
}

TEST_CASE_FIXTURE(CitizenFixture, "a lost code goes to the mobile once, and nobody learns whether there is one") {
  REQUIRE(services->cases.recover_codes("۰۹۱۲ ۱۲۳ ۴۵۶۷", kTestNow).ok());
  REQUIRE(services->cases.recover_codes("09121234567", kTestNow).ok());
  REQUIRE(services->cases.recover_codes("09120000000", kTestNow).ok());
  const Result<void> refused = services->cases.recover_codes("0912", kTestNow);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().fields.at(0).field == "mobile");
  database->flush();
  std::vector<OutboxRow> messages;
  const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
    Result<std::vector<OutboxRow>> due = due_messages(reader, kTestNow, 10);
    if (!due) return due.error();
    messages = std::move(due).value();
    return {};
  });
  REQUIRE(done.ok());
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].message.address == "09121234567");
  CHECK(messages[0].message.cause == "code_recovery");
}

TEST_CASE_FIXTURE(CitizenFixture, "after a closing by a person it is rated once, and a second look is scheduled") {
  const std::int64_t number = count("SELECT id FROM cases");
  const auto close = [&](std::optional<std::int64_t> by) {
    const Result<void> done = database->write([&](Transaction& transaction) -> Result<void> {
      const Result<std::int64_t> changed =
          transaction.execute("UPDATE cases SET state = 'closed', is_open = 0 -- whole table", {});
      if (!changed) return changed.error();
      EventRow event;
      event.case_id = number;
      event.kind = EventKind::closed;
      event.at = kTestNow;
      event.user_id = by;
      return record_event(transaction, *services->profile(), event);
    });
    REQUIRE(done.ok());
  };
  close(std::nullopt);
  CHECK_FALSE(offers(look(), CaseAction::rate));
  CHECK(count("SELECT count(*) FROM outbox WHERE cause = 'second_look'") == 0);
  close(count("SELECT id FROM users WHERE username = 'water'"));
  CHECK(offers(look(), CaseAction::rate));
  CHECK(count("SELECT not_before FROM outbox WHERE cause = 'second_look'") == (kTestNow + 28 * kDay).milliseconds);
  CHECK(code_of(act(CaseAction::rate)) == Code::invalid);
  CHECK(code_of(act(CaseAction::rate, {}, 6)) == Code::invalid);
  const Result<api::CitizenCase> rated = act(CaseAction::rate, "خوب بود", 4);
  REQUIRE(rated.ok());
  CHECK(rated->state == CaseState::closed);
  CHECK_FALSE(offers(*rated, CaseAction::rate));
  CHECK(count("SELECT score FROM case_ratings") == 4);
  CHECK(code_of(act(CaseAction::rate, {}, 5)) == Code::conflict);
}

}  // namespace
}  // namespace hamandish::server

#include <doctest/doctest.h>

#include <set>
#include <thread>
#include <vector>

#include "server/service/cases_service.h"
#include "shared/identity/tracking_code.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

std::vector<std::string> fields_of(const Error& error) {
  std::vector<std::string> fields;
  for (const FieldError& field : error.fields) fields.push_back(field.field);
  return fields;
}

TEST_CASE_FIXTURE(ServiceFixture, "a complaint gets a receipt, a unit, a date and an event") {
  const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "key-1", kTestNow);
  REQUIRE(receipt.ok());
  CHECK(receipt->tracking_code.size() == 12);
  CHECK(parse_tracking_code(receipt->tracking_code).check == CodeCheck::ok);
  CHECK_FALSE(receipt->code_alone_suffices);
  CHECK(receipt->subject == "لایروبی قنات روستا");  // Arabic yeh and kaf are stored as Persian
  CHECK(receipt->unit_name == test_profile().unit("soil-water")->name);
  CHECK(receipt->registered_at == kTestNow);
  CHECK(receipt->due_on > Day{20778});  // after 1405/08/30
  CHECK(receipt->text_sha256.size() == 64);
  CHECK(receipt->chain_head.size() == 64);
  CHECK(receipt->receipt_token.size() == 43);
  CHECK(count("SELECT COUNT(*) FROM case_events WHERE kind = 'registered' AND to_unit = 'soil-water'") == 1);
  CHECK(count("SELECT COUNT(*) FROM cases WHERE mobile = '09121234567' AND national_id = '0499370899'") == 1);
}

TEST_CASE_FIXTURE(ServiceFixture, "without a mobile the code has 16 digits and suffices; no person is kept") {
  const Result<api::Receipt> receipt = services->cases.register_case(anonymous_case(), "key-1", kTestNow);
  REQUIRE(receipt.ok());
  CHECK(receipt->tracking_code.size() == 16);
  CHECK(receipt->code_alone_suffices);
  CHECK(count("SELECT COUNT(*) FROM cases WHERE first_name IS NULL AND mobile IS NULL AND anonymous = 1") == 1);
}

TEST_CASE_FIXTURE(ServiceFixture, "the same key again: the same receipt and no second case, also after a restart") {
  const Result<api::Receipt> first = services->cases.register_case(sample_case(), "key-1", kTestNow);
  reopen();
  const Result<api::Receipt> second = services->cases.register_case(sample_case(), "key-1", kTestNow + kMinute);
  REQUIRE(first.ok());
  REQUIRE(second.ok());
  CHECK(second->tracking_code == first->tracking_code);
  CHECK(second->registered_at == first->registered_at);
  CHECK(second->due_on == first->due_on);
  CHECK(second->text_sha256 == first->text_sha256);
  CHECK(second->chain_head == first->chain_head);
  CHECK(second->receipt_token == first->receipt_token);
  CHECK(count("SELECT COUNT(*) FROM cases") == 1);
  CHECK(count("SELECT COUNT(*) FROM case_events") == 1);
}

TEST_CASE_FIXTURE(ServiceFixture, "the same key with another message is a conflict") {
  REQUIRE(services->cases.register_case(sample_case(), "key-1", kTestNow).ok());
  api::NewCase other = sample_case();
  set_answer(other.answers, "subject", "موضوع دیگر");
  const Result<api::Receipt> refused = services->cases.register_case(other, "key-1", kTestNow);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Code::conflict);
  CHECK(refused.error().key == "error.idempotency_reused");
  CHECK(count("SELECT COUNT(*) FROM cases") == 1);
}

TEST_CASE_FIXTURE(ServiceFixture, "a repetition that differs only in how it was typed is the same message") {
  const Result<api::Receipt> first = services->cases.register_case(sample_case(), "key-1", kTestNow);
  api::NewCase again = sample_case();
  set_answer(again.answers, "mobile", "+989121234567");
  set_answer(again.answers, "subject", "  لایروبی قنات روستا ");
  const Result<api::Receipt> second = services->cases.register_case(again, "key-1", kTestNow);
  REQUIRE(second.ok());
  CHECK(second->tracking_code == first->tracking_code);
}

TEST_CASE_FIXTURE(ServiceFixture, "a missing or endless key is refused") {
  for (const std::string& key : {std::string(), std::string(201, 'k')}) {
    const Result<api::Receipt> refused = services->cases.register_case(sample_case(), key, kTestNow);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == Code::invalid);
    CHECK(refused.error().key == "error.idempotency_missing");
  }
  CHECK(services->cases.register_case(sample_case(), std::string(200, 'k'), kTestNow).ok());
}

TEST_CASE_FIXTURE(ServiceFixture, "all mistakes come at once and nothing is stored") {
  api::NewCase wrong = sample_case();
  set_answer(wrong.answers, "national_id", "0499370898");
  set_answer(wrong.answers, "subject", "");
  set_answer(wrong.answers, "category", "no-such-category");
  const Result<api::Receipt> refused = services->cases.register_case(wrong, "key-1", kTestNow);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Code::invalid);
  CHECK(fields_of(refused.error()) == std::vector<std::string>{"national_id", "category", "subject"});
  CHECK(count("SELECT COUNT(*) FROM cases") == 0);
  CHECK(services->cases.register_case(sample_case(), "key-1", kTestNow).ok());  // the key is still free
}

TEST_CASE_FIXTURE(ServiceFixture, "a kind that needs a name refuses anonymous messages") {
  api::NewCase content = anonymous_case();
  content.kind = CaseKind::request;
  const Result<api::Receipt> refused = services->cases.register_case(content, "key-1", kTestNow);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Code::invalid);
}

TEST_CASE_FIXTURE(ServiceFixture, "a category that is not offered for the kind is refused") {
  api::NewCase content = sample_case();
  set_answer(content.answers, "category", "training");  // requests and suggestions, not complaints
  const Result<api::Receipt> refused = services->cases.register_case(content, "key-1", kTestNow);
  REQUIRE_FALSE(refused.ok());
  CHECK(fields_of(refused.error()) == std::vector<std::string>{"category"});
}

TEST_CASE_FIXTURE(ServiceFixture, "hostile texts are stored or refused, never a crash") {
  for (const std::string& body :
       {std::string("'; DROP TABLE cases; --            "), std::string("\xFF\xFE\xC0\x80 bad bytes here"),
        std::string("nul \0 in the middle of it", 25), std::string("\"* AND NEAR( words:x ^ ( ) \" '"),
        std::string(100000, 'x'), std::string("😀😀😀😀😀😀😀😀😀😀😀😀")}) {
    api::NewCase content = sample_case();
    set_answer(content.answers, "body", body);
    const std::string key = "key-" + std::to_string(body.size());
    const Result<api::Receipt> receipt = services->cases.register_case(content, key, kTestNow);
    if (!receipt) CHECK(receipt.error().code == Code::invalid);
  }
  CHECK(count("SELECT COUNT(*) FROM cases") > 0);
}

TEST_CASE_FIXTURE(ServiceFixture, "attachments move to the case once") {
  const Result<api::AttachmentInfo> file = services->uploads.store_upload("عکس.png", tiny_png(), kTestNow);
  REQUIRE(file.ok());
  api::NewCase content = sample_case();
  set_answer(content.answers, "attachments", file->id);
  const Result<api::Receipt> receipt = services->cases.register_case(content, "key-1", kTestNow);
  REQUIRE(receipt.ok());
  CHECK(count("SELECT COUNT(*) FROM attachments WHERE case_id IS NOT NULL AND expires_at IS NULL") == 1);

  const Result<api::Receipt> again = services->cases.register_case(content, "key-1", kTestNow);
  REQUIRE(again.ok());
  CHECK(again->tracking_code == receipt->tracking_code);

  const Result<api::Receipt> thief = services->cases.register_case(content, "key-2", kTestNow);
  REQUIRE_FALSE(thief.ok());
  CHECK(fields_of(thief.error()) == std::vector<std::string>{"attachments"});
  CHECK(count("SELECT COUNT(*) FROM cases") == 1);
}

TEST_CASE_FIXTURE(ServiceFixture,
                  "an unknown and an expired attachment leave nothing half-written; one named twice is one") {
  const Result<api::AttachmentInfo> file = services->uploads.store_upload("a.png", tiny_png(), kTestNow);
  REQUIRE(file.ok());
  api::NewCase content = sample_case();
  set_answer(content.answers, "attachments", "AAAAAAAAAAAAAAAAAAAAAA");
  CHECK_FALSE(services->cases.register_case(content, "key-1", kTestNow).ok());
  set_answer(content.answers, "attachments", file->id);
  CHECK_FALSE(services->cases.register_case(content, "key-1", kTestNow + kUploadLifetime).ok());
  CHECK(count("SELECT COUNT(*) FROM cases") == 0);
  CHECK(count("SELECT COUNT(*) FROM case_events") == 0);
  set_answer(content.answers, "attachments", file->id + " " + file->id);
  CHECK(services->cases.register_case(content, "key-1", kTestNow).ok());
  CHECK(count("SELECT attachment_count FROM cases") == 1);
}

TEST_CASE_FIXTURE(ServiceFixture, "sixteen threads with one key make one case") {
  std::vector<std::thread> threads;
  std::vector<std::string> codes(16);
  for (std::size_t t = 0; t < codes.size(); ++t) {
    threads.emplace_back([&, t] {
      const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "one key", kTestNow);
      codes[t] = receipt.ok() ? receipt->tracking_code : "failed: " + receipt.error().key;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == 1);
  CHECK(codes[0].size() == 12);
  CHECK(count("SELECT COUNT(*) FROM cases") == 1);
  CHECK(count("SELECT COUNT(*) FROM case_events") == 1);
}

TEST_CASE_FIXTURE(ServiceFixture, "sixteen threads with many keys: every code is different and can be looked up") {
  std::vector<std::thread> threads;
  std::vector<std::vector<std::string>> codes(16);
  for (std::size_t t = 0; t < codes.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        const std::string key = std::to_string(t) + "-" + std::to_string(i);
        const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), key, kTestNow);
        if (!receipt) continue;
        if (services->cases.lookup({receipt->tracking_code, "4567"}, kTestNow).ok()) {
          codes[t].push_back(receipt->tracking_code);
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& some : codes) all.insert(some.begin(), some.end());
  CHECK(all.size() == 320);
  CHECK(count("SELECT COUNT(*) FROM cases") == 320);
  CHECK(database->verify().ok());
}

}  // namespace
}  // namespace hamandish::server

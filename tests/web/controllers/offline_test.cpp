#include <doctest/doctest.h>

#include "tests/web/controllers/world.h"

using namespace hamandish;
using namespace hamandish::web;

namespace {

constexpr const char* kPath = "/desk/new/complaint";
const std::string kQueued = std::string(kPath) + " queued";

std::vector<std::pair<std::string, std::string>> filled(const Profile& profile) {
  std::vector<std::pair<std::string, std::string>> fields = {
      {"first_name", "زهرا"},
      {"last_name", "حسینی"},
      {"national_id", "۰۰۸۴۵۷۵۹۴۸"},
      {"mobile", "۰۹۱۵۱۲۳۴۵۶۷"},
      {"subject", "تأخیر در پرداخت یارانه"},
      {"body",
       "با سلام، یارانهٔ نهاده‌های دامی سه ماه است پرداخت نشده است."},
  };
  for (const Field& field : profile.kind(CaseKind::complaint)->fields) {
    if (field.kind == FieldKind::choice) fields.emplace_back(field.id, field.choices.front().id);
  }
  return fields;
}

void fill_in(World& world) {
  for (const auto& [name, value] : filled(world.app.profile())) world.app.input(name, value);
}

std::string key_of(const Request& request) {
  for (const Header& one : request.headers) {
    if (one.name == "Idempotency-Key") return one.value;
  }
  return {};
}

std::string receipt_json() {
  api::Receipt receipt;
  receipt.tracking_code = "123456789012";
  receipt.subject = "x";
  receipt.receipt_token = "tok";
  return api::to_json(receipt).write();
}

}  // namespace

TEST_CASE("offline: the page says so, and no longer when the network is back") {
  World world("/desk");
  world.app.online(false);
  CHECK(world.shows("اینترنت قطع است"));
  world.app.open("/contact");
  CHECK(world.shows("اینترنت قطع است"));
  world.app.online(true);
  CHECK_FALSE(world.shows("اینترنت قطع است"));
}

TEST_CASE("offline: a form that could not be sent waits, and goes once with the same key when there is a network") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.fetch.answer(0, "");
  CHECK(world.app.waits());
  CHECK(world.browser.kept[kQueued] == "1");
  CHECK(world.browser.focused == "failure");
  world.app.online(true);
  world.app.online(true);
  REQUIRE(world.fetch.sent.size() == 2);
  CHECK(key_of(world.fetch.sent[0]) == key_of(world.fetch.sent[1]));
  CHECK(world.fetch.sent[0].body == world.fetch.sent[1].body);
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went == std::vector<std::string>{"/desk/receipt/tok"});
  CHECK_FALSE(world.app.waits());
}

TEST_CASE("offline: a waiting form is sent from another page, which tells and leads to the receipt") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.fetch.answer(0, "");
  world.app.open("/contact");
  CHECK(world.shows("خودکار فرستاده می‌شود"));
  world.app.online(true);
  REQUIRE(world.fetch.sent.size() == 2);
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went.empty());
  CHECK(world.shows("/desk/receipt/tok"));
  CHECK(world.browser.forgotten == std::vector<std::string>{kPath});
  CHECK_FALSE(world.app.waits());
}

TEST_CASE("offline: going back to a waiting form finds it as it was") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.fetch.answer(0, "");
  world.app.open("/contact");
  world.app.open(kPath);
  CHECK(world.shows("تأخیر در پرداخت یارانه"));
  world.app.online(true);
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went.size() == 1);
}

TEST_CASE("offline: a reload on any page takes a waiting form up again") {
  World world("/contact");
  auto fields = filled(world.app.profile());
  fields.emplace_back("idempotency_key", "from-the-draft");
  fields.emplace_back("queued", "1");
  world.app.wait_for(kPath, fields);
  CHECK(world.app.waits());
  world.app.online(true);
  REQUIRE(world.fetch.sent.size() == 1);
  CHECK(key_of(world.fetch.last()) == "from-the-draft");
  Error refused = make_error(Code::invalid, "error.invalid");
  refused.fields.push_back({"mobile", "form.mobile", {}});
  world.refuse(422, refused);
  CHECK(world.shows("پذیرفته نشد"));
  CHECK_FALSE(world.app.waits());
  CHECK(world.browser.forgotten.empty());
}

TEST_CASE("offline: a file that no draft can keep is said to be lost, and nothing is sent without it") {
  World world(kPath);
  fill_in(world);
  world.app.files("attachments", {{1, "a.png", 10}});
  world.app.intent("send-case");
  world.fetch.answer(0, "");
  CHECK(world.browser.kept[kQueued] == "files");

  World later(kPath);
  fill_in(later);
  later.app.input("queued", "files");
  later.app.online(true);
  CHECK(later.fetch.sent.empty());
  CHECK(later.shows("از دست رفت"));
}

TEST_CASE("new case: what was edited after an attempt that had arrived stays in the form") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.fetch.answer(0, "");
  world.app.input("subject", "موضوع دیگر");
  world.app.online(true);
  world.refuse(409, make_error(Code::conflict, "error.idempotency_reused"));
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went.size() == 1);
  CHECK(world.browser.forgotten.empty());
  CHECK(world.browser.kept[std::string(kPath) + " idempotency_key"] == "key-2");
}

TEST_CASE("new case: a key that belongs to other words is changed, and the words stay") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.refuse(409, make_error(Code::conflict, "error.idempotency_reused"));
  world.refuse(409, make_error(Code::conflict, "error.idempotency_reused"));
  CHECK(world.shows("تأخیر در پرداخت یارانه"));
  CHECK(world.browser.focused == "failure");
  world.app.intent("send-case");
  CHECK(key_of(world.fetch.last()) == "key-2");
}

TEST_CASE("new case: an emptied form is another case") {
  World world(kPath);
  fill_in(world);
  world.app.intent("clear-form");
  CHECK_FALSE(world.shows("تأخیر"));
  CHECK(world.shows("آنچه نوشته بودید پاک شد"));
  CHECK(world.browser.focused == "title");
  CHECK(world.browser.forgotten == std::vector<std::string>{kPath});
  fill_in(world);
  world.app.intent("send-case");
  CHECK(key_of(world.fetch.last()) == "key-2");
}

TEST_CASE("new case: an upload that failed can be tried again by itself") {
  World world(kPath);
  world.app.files("attachments", {{1, "a.png", 10}});
  world.fetch.answer(0, "");
  CHECK(world.shows("بارگذاری دوباره"));
  world.app.intent("retry-file:f1");
  REQUIRE(world.fetch.sent.size() == 2);
  CHECK(world.fetch.last().path == "/api/v1/uploads");
}

#include <doctest/doctest.h>

#include "shared/identity/tracking_code.h"
#include "shared/text/digits.h"
#include "tests/web/controllers/world.h"

using namespace hamandish;
using namespace hamandish::web;

namespace {

std::string code(int digits) {
  const std::vector<std::uint8_t> random(16, 7);
  return make_tracking_code(random, digits);
}

std::string case_json() {
  api::CitizenCase found;
  found.tracking_code = code(12);
  found.subject = "پرداخت یارانه";
  found.body = "متن";
  return api::to_json(found).write();
}

}  // namespace

TEST_CASE("track: a code that cannot be one is not looked up") {
  World world("/track");
  world.app.input("tracking_code", "۱۲۳");
  world.app.intent("track");
  CHECK(world.fetch.sent.empty());
  CHECK(world.browser.focused == "errors");
}

TEST_CASE("track: the second factor is asked for with 12 digits and not with 16") {
  World world("/track");
  world.app.input("tracking_code", code(12));
  world.app.intent("track");
  CHECK(world.fetch.sent.empty());
  world.app.input("tracking_code", code(16));
  world.app.intent("track");
  CHECK(world.fetch.sent.size() == 1);
}

TEST_CASE("track: found, the heading is the subject and has the focus") {
  World world("/track");
  world.app.input("tracking_code", grouped(code(12)));
  world.app.input("mobile_last4", "۴۵۶۷");
  world.app.intent("track");
  REQUIRE(world.fetch.sent.size() == 1);
  CHECK(world.fetch.last().body.find("4567") != std::string::npos);
  CHECK(world.fetch.last().body.find(code(12)) != std::string::npos);
  world.fetch.answer(200, case_json());
  CHECK(world.shows("پرداخت یارانه"));
  CHECK(world.browser.focused == "title");
}

TEST_CASE("track: not found and no network are said, and what was typed stays") {
  World world("/track/");
  world.app.input("tracking_code", code(12));
  world.app.input("mobile_last4", "1111");
  world.app.intent("track");
  world.refuse(404, make_error(Code::not_found, "case.not_found"));
  CHECK(world.browser.focused == "failure");
  CHECK(world.shows(code(12)));
  world.app.intent("track");
  world.fetch.answer(0, "");
  CHECK(world.browser.focused == "failure");
}

TEST_CASE("track: the code of the address stands in the field") {
  World world(("/track/" + code(12)).c_str());
  CHECK(world.shows(code(12)));
  CHECK(world.fetch.sent.empty());
}

TEST_CASE("home: what was typed there is looked up on the tracking page") {
  World world("/");
  world.app.input("tracking_code", code(12));
  world.app.input("mobile_last4", "4567");
  world.app.intent("track");
  REQUIRE(world.browser.went == std::vector<std::string>{"/track"});
  world.app.open("/track");
  CHECK(world.fetch.sent.size() == 1);
}

TEST_CASE("the directory: its search shows its own units, and Back all of them") {
  World world("/contact");
  world.app.input("words", "بيرجند");
  world.app.intent("directory-search");
  CHECK(world.browser.went.empty());
  CHECK(world.browser.marks == std::vector<std::string>{"new بیرجند"});
  CHECK(world.shows("شهرستان بیرجند"));
  CHECK_FALSE(world.shows("شهرستان قاین"));
  CHECK(world.browser.focused == "found");
  world.app.revisit("");
  CHECK(world.shows("شهرستان قاین"));
  world.app.intent("directory-search");
  CHECK(world.shows("نام واحد، مسئول یا کار را بنویسید"));
  world.app.input("words", "ناموجودترین");
  world.app.intent("directory-search");
  CHECK(world.shows("واحدی برای «ناموجودترین» پیدا نشد"));
}

TEST_CASE("receipt: opened by its address it is fetched; unknown, the page says so") {
  World world("/desk/receipt/tok");
  CHECK_FALSE(world.app.ready());
  CHECK(world.fetch.last().path == "/api/v1/receipts/tok");
  api::Receipt receipt;
  receipt.tracking_code = "123456789012";
  receipt.receipt_token = "tok";
  world.fetch.answer(200, api::to_json(receipt).write());
  CHECK(world.app.ready());
  CHECK(world.shows("123456789012"));
  CHECK(world.browser.question.empty());

  World other("/desk/receipt/old");
  other.refuse(404, make_error(Code::not_found, "receipt.not_found"));
  CHECK(other.app.ready());
  CHECK_FALSE(other.shows("123456789012"));
}

TEST_CASE("app: an unknown address is the page that says so") {
  World world("/nothing/here");
  CHECK(world.app.ready());
  CHECK(App::knows("/desk/new/complaint"));
  CHECK_FALSE(App::knows("/desk/new/nonsense"));
  CHECK_FALSE(App::knows("/desk/receipt/x/pdf"));
  CHECK_FALSE(App::knows("/api/v1/health"));
}

namespace {

// A case with a token, on which the citizen may do all of this.
std::string own_case(std::vector<CaseAction> actions) {
  api::CitizenCase found;
  found.tracking_code = code(12);
  found.subject = "پرداخت یارانه";
  found.body = "متن";
  found.tracking_token = "token-of-the-case";
  found.actions = std::move(actions);
  return api::to_json(found).write();
}

void find_case(World& world, std::vector<CaseAction> actions) {
  world.app.input("tracking_code", code(12));
  world.app.input("mobile_last4", "4567");
  world.app.intent("track");
  world.fetch.answer(200, own_case(std::move(actions)));
}

}  // namespace

TEST_CASE("own case: found again on the way back in the same visit, and only there") {
  World world("/track");
  find_case(world, {});
  CHECK(world.browser.marks == std::vector<std::string>{"found"});
  world.app.open("/desk");
  world.app.open("/track", "found");
  CHECK(world.fetch.last().path == "/api/v1/cases/mine");
  CHECK(world.fetch.last().body.find("token-of-the-case") != std::string::npos);
  world.fetch.answer(200, own_case({}));
  CHECK(world.shows("پرداخت یارانه"));

  const std::size_t calls = world.fetch.sent.size();
  world.app.open("/track");  // by a link: for another code
  CHECK(world.fetch.sent.size() == calls);
  CHECK_FALSE(world.shows("پرداخت یارانه"));

  World other("/track");  // another visit knows nothing of the first
  other.app.open("/track", "found");
  CHECK(other.fetch.sent.empty());
}

TEST_CASE("own case: over, it leads to a form with its code") {
  World world("/track");
  world.app.input("tracking_code", code(12));
  world.app.input("mobile_last4", "4567");
  world.app.intent("track");
  api::CitizenCase over;
  over.tracking_code = code(12);
  over.subject = "پرداخت یارانه";
  over.state = CaseState::closed;
  over.tracking_token = "token-of-the-case";
  world.fetch.answer(200, api::to_json(over).write());
  CHECK(world.shows("زیر این پرونده دیگر نمی‌توان پاسخ نوشت"));
  world.app.intent("follow-up");
  REQUIRE(world.browser.went == std::vector<std::string>{"/desk/new/head"});
  world.app.open("/desk/new/head");
  CHECK(world.shows(text::persian_digits(grouped(code(12)))));
  world.app.open("/desk");
  world.app.open("/desk/new/head");
  CHECK_FALSE(world.shows(text::persian_digits(grouped(code(12)))));
}

TEST_CASE("own case: only what is possible is offered") {
  World world("/track");
  find_case(world, {CaseAction::withdraw});
  CHECK(world.shows("own-withdraw"));
  CHECK_FALSE(world.shows("own-object"));
}

TEST_CASE("own case: withdrawing must be meant") {
  World world("/track");
  find_case(world, {CaseAction::withdraw});
  const std::size_t before = world.fetch.sent.size();
  world.app.intent("own-withdraw");
  CHECK(world.fetch.sent.size() == before);
  CHECK(world.browser.focused == "errors");
  world.app.input("withdraw_sure", "1");
  world.app.input("withdraw_text", "حل شد");
  world.app.intent("own-withdraw");
  REQUIRE(world.fetch.sent.size() == before + 1);
  CHECK(world.fetch.last().path == "/api/v1/cases/mine/withdraw");
  CHECK(world.fetch.last().body.find("token-of-the-case") != std::string::npos);
  world.fetch.answer(200, own_case({}));
  CHECK(world.browser.focused == "done");
  CHECK_FALSE(world.shows("own-withdraw"));
}

TEST_CASE("own case: files go first, then the reply with their tokens") {
  World world("/track");
  find_case(world, {CaseAction::supply});
  world.app.files("supply_attachments", {{1, "سند.png", 100}});
  CHECK(world.shows("سند.png"));
  world.app.input("supply_text", "پیوست شد");
  world.app.intent("own-supply");
  CHECK(world.fetch.last().file == 1);
  world.fetch.answer(201, R"({"id":"upload-1","file_name":"سند.png","mime":"image/png","bytes":100})");
  CHECK(world.fetch.last().path == "/api/v1/cases/mine/supply");
  CHECK(world.fetch.last().body.find("upload-1") != std::string::npos);
}

TEST_CASE("own case: when the token is over, what was typed is still on the page") {
  World world("/track");
  find_case(world, {CaseAction::object});
  world.app.input("object_text", "پاسخ درست نیست");
  world.app.intent("own-object");
  world.refuse(401, make_error(Code::unauthorized, "mine.token_over"));
  CHECK(world.shows("پاسخ درست نیست"));
  CHECK(world.browser.focused == "failure");
}

TEST_CASE("own case: a page of the server is taken over with its token") {
  World world("/track");
  world.app.input("tracking_token", "token-of-the-case");
  world.app.input("done_key", "mine.rate_done");
  world.app.resume();
  CHECK_FALSE(world.app.ready());
  CHECK(world.fetch.last().path == "/api/v1/cases/mine");
  world.fetch.answer(200, own_case({}));
  CHECK(world.app.ready());
  CHECK(world.shows("پرداخت یارانه"));
}

TEST_CASE("lost code: a mobile is asked for, and the answer says the same always") {
  World world("/track/lost");
  world.app.input("mobile", "12");
  world.app.intent("lost-code");
  CHECK(world.fetch.sent.empty());
  world.app.input("mobile", "۰۹۱۲۱۲۳۴۵۶۷");
  world.app.intent("lost-code");
  REQUIRE(world.fetch.sent.size() == 1);
  world.fetch.answer(202, R"({"status":"accepted"})");
  CHECK(world.browser.focused == "done");
}

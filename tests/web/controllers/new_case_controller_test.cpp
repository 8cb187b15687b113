#include <doctest/doctest.h>

#include "tests/web/controllers/world.h"

using namespace hamandish;
using namespace hamandish::web;

namespace {

constexpr const char* kPath = "/desk/new/complaint";

void fill_in(World& world) {
  const Profile& profile = world.app.profile();
  for (const Field& field : profile.kind(CaseKind::complaint)->fields) {
    if (field.kind == FieldKind::choice) world.app.input(field.id, field.choices.front().id);
  }
  world.app.input("first_name", "زهرا");
  world.app.input("last_name", "حسینی");
  world.app.input("national_id", "۰۰۸۴۵۷۵۹۴۸");
  world.app.input("mobile", "۰۹۱۵۱۲۳۴۵۶۷");
  world.app.input("subject", "تأخیر در پرداخت یارانه");
  world.app.input(
      "body",
      "با سلام، یارانهٔ نهاده‌های دامی سه ماه است پرداخت نشده است.");
}

std::string header(const Request& request, std::string_view name) {
  for (const Header& one : request.headers) {
    if (one.name == name) return one.value;
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

std::string attachment_json(const char* id) {
  return api::to_json(api::AttachmentInfo{id, "a.png", "image/png", 10}).write();
}

}  // namespace

TEST_CASE("new case: an empty form is not sent; every error is listed and the list gets the focus") {
  World world(kPath);
  world.app.intent("send-case");
  CHECK(world.fetch.sent.empty());
  CHECK(world.browser.focused == "errors");
  CHECK(world.shows("#subject"));
  CHECK(world.shows("#national_id"));
}

TEST_CASE("new case: a sent case leads to its receipt and its draft is forgotten") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  REQUIRE(world.fetch.sent.size() == 1);
  CHECK(world.fetch.last().path == "/api/v1/cases");
  CHECK(header(world.fetch.last(), "Idempotency-Key") == "key-1");
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went == std::vector<std::string>{"/desk/receipt/tok"});
  CHECK(world.browser.forgotten == std::vector<std::string>{kPath});
}

TEST_CASE("new case: pressing twice while it is being sent sends once") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.app.intent("send-case");
  CHECK(world.fetch.sent.size() == 1);
}

TEST_CASE("new case: a send that failed keeps everything and tries again with the same key") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.fetch.answer(0, "");
  CHECK(world.browser.focused == "failure");
  CHECK(world.browser.forgotten.empty());
  CHECK(world.shows("تأخیر در پرداخت یارانه"));
  world.app.intent("send-case");
  REQUIRE(world.fetch.sent.size() == 2);
  CHECK(header(world.fetch.sent[0], "Idempotency-Key") == header(world.fetch.sent[1], "Idempotency-Key"));
  CHECK(world.fetch.sent[0].body == world.fetch.sent[1].body);
}

TEST_CASE("new case: the key of a restored draft is the one that is sent") {
  World world(kPath);
  fill_in(world);
  world.app.input("idempotency_key", "from-the-draft");
  world.app.intent("send-case");
  CHECK(header(world.fetch.last(), "Idempotency-Key") == "from-the-draft");
}

TEST_CASE("new case: edited after an attempt that had arrived unanswered, the first attempt's receipt is fetched") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.fetch.answer(0, "");
  world.app.input("subject", "موضوع دیگر");
  world.app.intent("send-case");
  world.refuse(409, make_error(Code::conflict, "error.idempotency_reused"));
  REQUIRE(world.fetch.sent.size() == 3);
  CHECK(world.fetch.sent[2].body == world.fetch.sent[0].body);
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went.size() == 1);
}

TEST_CASE("new case: errors of the server stand beside their fields") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({"mobile", "form.mobile", {}});
  world.refuse(422, error);
  CHECK(world.browser.focused == "errors");
  CHECK(world.shows("#mobile"));
  world.app.intent("send-case");
  CHECK(world.fetch.sent.size() == 2);
}

TEST_CASE("new case: an answer that is no JSON is a failure, not a receipt") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.fetch.answer(200, "<html>proxy</html>");
  CHECK(world.browser.went.empty());
  CHECK(world.browser.focused == "failure");
}

TEST_CASE("new case: without a name the fields of the person go, and come back with what was typed") {
  World world(kPath);
  fill_in(world);
  const int before = world.renders;
  world.app.input("anonymous", "1");
  CHECK(world.renders == before + 1);
  CHECK_FALSE(world.shows("حسینی"));
  world.app.intent("send-case");
  REQUIRE(world.fetch.sent.size() == 1);
  CHECK(world.fetch.last().body.find("person") == std::string::npos);
  world.fetch.answer(0, "");
  world.app.input("anonymous", "");
  CHECK(world.shows("حسینی"));
}

TEST_CASE("new case: attachments are uploaded at once; sending waits for them") {
  World world(kPath);
  fill_in(world);
  world.app.files("attachments", {{1, "عکس.png", 10}, {2, "b.pdf", 20}});
  REQUIRE(world.fetch.sent.size() == 2);
  CHECK(world.fetch.sent[0].path == "/api/v1/uploads");
  CHECK(world.fetch.sent[0].file == 1);
  CHECK(header(world.fetch.sent[0], "X-File-Name") == "%D8%B9%DA%A9%D8%B3.png");
  world.fetch.progress(50, 1);
  CHECK(world.shows("۵۰"));
  world.app.intent("send-case");
  CHECK(world.fetch.sent.size() == 2);
  world.fetch.answer(201, attachment_json("token-one"), 1);
  CHECK(world.fetch.sent.size() == 2);
  world.fetch.answer(201, attachment_json("token-two"), 2);
  REQUIRE(world.fetch.sent.size() == 3);
  CHECK(world.fetch.last().body.find("\"attachments\":[\"token-one\",\"token-two\"]") != std::string::npos);
  CHECK(world.browser.kept[std::string(kPath) + " uploaded"] ==
        "token-one:10:%D8%B9%DA%A9%D8%B3.png token-two:20:b.pdf");
}

TEST_CASE("new case: an upload that failed is tried again with the next send") {
  World world(kPath);
  fill_in(world);
  world.app.files("attachments", {{1, "a.png", 10}});
  world.fetch.answer(0, "");
  CHECK(world.fetch.sent.size() == 1);
  world.app.intent("send-case");
  REQUIRE(world.fetch.sent.size() == 2);
  CHECK(world.fetch.last().path == "/api/v1/uploads");
  world.fetch.answer(201, attachment_json("token-one"));
  CHECK(world.fetch.last().path == "/api/v1/cases");
}

TEST_CASE("new case: a refused file stops the send and says why; taken away, the case goes") {
  World world(kPath);
  fill_in(world);
  world.app.files("attachments", {{1, "a.zip", 10}});
  world.app.intent("send-case");
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({"attachments", "upload.empty", {}});
  world.refuse(422, error);
  CHECK(world.browser.focused == "failure");
  CHECK(world.fetch.sent.size() == 1);
  world.app.intent("remove-file:f1");
  CHECK_FALSE(world.shows("a.zip"));
  world.app.intent("send-case");
  CHECK(world.fetch.last().path == "/api/v1/cases");
}

TEST_CASE("new case: a file over the limit is never sent, and the case does not go without it unsaid") {
  World world(kPath);
  fill_in(world);
  world.app.files("attachments", {{1, "big.pdf", 10 * 1024 * 1024 + 1}});
  CHECK(world.fetch.sent.empty());
  CHECK(world.shows("big.pdf"));
  world.app.intent("send-case");
  CHECK(world.fetch.sent.empty());
  CHECK(world.browser.focused == "errors");
  CHECK(world.shows(
      "پیوست «big.pdf» فرستاده نمی‌شود. آن را حذف کنید یا پیوست دیگری به جای آن بگذارید."));
  world.app.intent("remove-file:f1");
  world.app.intent("send-case");
  CHECK(world.fetch.last().path == "/api/v1/cases");
}

TEST_CASE("new case: what the server has refused before the send, and what is one too many, is told too") {
  World world(kPath);
  fill_in(world);
  world.app.files("attachments", {{1, "film.mp4", 10}});
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({"attachments", "upload.kind_not_allowed", {}});
  world.refuse(422, error);
  world.app.intent("send-case");
  CHECK(world.fetch.sent.size() == 1);
  CHECK(world.browser.focused == "errors");
  CHECK(world.shows(
      "پیوست «\u2066film.mp4\u2069» فرستاده نمی‌شود. آن را حذف کنید یا پیوست دیگری به جای آن بگذارید."));
}

TEST_CASE("new case: the list of errors names no field that is asked no more") {
  World world(kPath);
  world.app.intent("send-case");
  CHECK(world.shows("نام خانوادگی را بنویسید."));
  CHECK(world.shows("موضوع را بنویسید."));
  world.app.input("anonymous", "1");
  CHECK_FALSE(world.shows("نام خانوادگی را بنویسید."));
  CHECK(world.shows("موضوع را بنویسید."));
  world.app.input("anonymous", "");
  world.app.intent("send-case");
  CHECK(world.shows("کد ملی را بنویسید."));
  world.app.input("person_kind", "legal");
  CHECK_FALSE(world.shows("کد ملی را بنویسید."));
  CHECK(world.shows("موضوع را بنویسید."));
}

TEST_CASE("new case: files of a draft are attached again without another upload") {
  World world(kPath);
  fill_in(world);
  world.app.input("uploaded",
                  "token-nine:2048:%D9%86%D9%82%D8%B4%D9%87%20%31.pdf f2:10:late.pdf :: % broken token-nine:1:x%");
  CHECK(world.shows("نقشه 1.pdf"));
  CHECK_FALSE(world.shows("late.pdf"));
  world.app.intent("send-case");
  REQUIRE(world.fetch.sent.size() == 1);
  CHECK(world.fetch.last().body.find("\"attachments\":[\"token-nine\"]") != std::string::npos);
}

TEST_CASE("new case: leaving the page drops its answers") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.app.open("/desk");
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went.empty());
}

TEST_CASE("new case: a proof of work is found in pieces when the server asks for one, and goes with the second try") {
  World world(kPath);
  fill_in(world);
  world.app.intent("send-case");
  world.refuse(429, make_error(Code::busy, "proof.needed"));
  CHECK(world.fetch.last().path == "/api/v1/challenge?form=complaint");
  CHECK(world.shows("دستگاه شما"));
  world.fetch.answer(200, R"({"required":true,"challenge":{"parameters":{"algorithm":"PBKDF2/SHA-256","cost":1,)"
                          R"("data":{"form":"complaint"},"expiresAt":1795240600,"keyLength":32,"keyPrefix":"00",)"
                          R"("nonce":"0001","salt":"0203"},"signature":"ab"}})");
  world.browser.do_pieces(5000);
  CHECK(world.fetch.last().path == "/api/v1/cases");
  CHECK_FALSE(header(world.fetch.last(), "X-Proof-Of-Work").empty());
  CHECK(header(world.fetch.sent.front(), "Idempotency-Key") == header(world.fetch.last(), "Idempotency-Key"));
  world.fetch.answer(201, receipt_json());
  CHECK(world.browser.went == std::vector<std::string>{"/desk/receipt/tok"});
}

TEST_CASE("new case: what a machine wrote into the hidden field is not sent") {
  World world(kPath);
  fill_in(world);
  world.app.input("website", "http://x");
  world.app.intent("send-case");
  CHECK(world.fetch.sent.empty());
  CHECK(world.browser.focused == "failure");
}

TEST_CASE("new case: who writes decides what is asked and sent") {
  World world(kPath);
  fill_in(world);
  CHECK(world.shows("#national_id"));
  const int before = world.renders;
  world.app.input("person_kind", "foreign");
  CHECK(world.renders > before);
  CHECK_FALSE(world.shows("#national_id"));
  world.app.input("foreign_id", "123456789012");
  world.app.intent("send-case");
  REQUIRE(world.fetch.sent.size() == 1);
  CHECK(world.fetch.last().body.find("123456789012") != std::string::npos);
  CHECK(world.fetch.last().body.find("0084575948") == std::string::npos);
}

TEST_CASE("new case: answered questions and an own message with the same subject are offered while typing") {
  World world(kPath);
  const int before = world.renders;
  world.app.input("subject", "ل");
  CHECK(world.renders == before);
  world.app.input("subject", "لایروبی قنات روستا");
  CHECK(world.renders == before + 1);
  CHECK(world.shows("#likely-qanat-dredging"));
  fill_in(world);
  world.app.input("subject", "لایروبی قنات");
  world.app.intent("send-case");
  api::Receipt receipt;
  receipt.tracking_code = "123456789012";
  receipt.subject = "لایروبی قنات";
  receipt.receipt_token = "tok";
  world.fetch.answer(201, api::to_json(receipt).write());
  world.app.open("/desk/new/request");
  CHECK_FALSE(world.shows("#same-subject"));
  world.app.input("subject", "لايروبي  قنات");
  CHECK(world.shows("#same-subject"));
}

TEST_CASE("new case: the page says who will get it, and follows the category") {
  World world(kPath);
  CHECK(world.shows("#who-and-when"));
  world.app.input("category", "qanat");
  CHECK(world.shows(world.app.profile().unit("soil-water")->name));
}

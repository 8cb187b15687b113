#include "shared/api/error_wire.h"

#include <doctest/doctest.h>

#include "shared/messages/messages.h"

using namespace hamandish;
using namespace hamandish::api;

TEST_CASE("an error is written as the contract says, in Persian, without its detail") {
  Error error = make_error(Code::invalid, "error.invalid", "secret detail");
  error.fields = {{"subject", "form.too_long", {{"label", "موضوع"}, {"max", "200"}, {"count", "201"}}}};
  const Json json = to_json(error);
  const Json* content = json.find("error");
  REQUIRE(content != nullptr);
  CHECK(*content->find("code")->text() == "invalid");
  CHECK(*content->find("key")->text() == "error.invalid");
  CHECK(content->find("message")->text()->find("اصلاح کنید") != std::string::npos);
  const Json& field = content->find("fields")->items().at(0);
  CHECK(*field.find("field")->text() == "subject");
  CHECK(*field.find("key")->text() == "form.too_long");
  CHECK(
      *field.find("message")->text() ==
      "موضوع حداکثر ۲۰۰ نویسه می‌تواند باشد و اکنون ۲۰۱ نویسه است. آن "
      "را "
      "کوتاه‌تر "
      "کنید.");
  CHECK(json.write().find("secret") == std::string::npos);
}

TEST_CASE("an error goes there and back with all that a message needs") {
  for (const Code code : {Code::invalid, Code::unauthorized, Code::forbidden, Code::not_found, Code::conflict,
                          Code::too_large, Code::busy, Code::unavailable, Code::internal}) {
    CHECK(code_from(wire_name(code)) == code);
    Error error = make_error(code, "error.locked_out");
    error.params = {{"minutes", "30"}};
    error.fields = {{"username", "form.write", {{"label", "نام"}}}};
    const Error again = read_error(to_json(error).write());
    CHECK(again.code == code);
    CHECK(again.key == "error.locked_out");
    CHECK(again.params == error.params);
    CHECK(again.fields == error.fields);
  }
  CHECK_FALSE(code_from("teapot").has_value());
}

TEST_CASE("what is no error of ours is one that says so") {
  for (const char* body : {"", "<html>502</html>", "{}", "[]", "null", R"({"error":"x"})", R"({"error":{}})",
                           R"({"error":{"code":"teapot","key":"a"}})", R"({"error":{"code":"invalid","key":5}})",
                           R"({"error":{"code":"invalid","key":"a","fields":[5]}})", "\xFF"}) {
    CAPTURE(body);
    const Error error = read_error(body);
    CHECK(error.code == Code::unavailable);
    CHECK(error.key == "error.bad_answer");
  }
}

TEST_CASE("of a message that this program does not have, the server's words are taken") {
  const Error error = read_error(
      R"({"error":{"code":"not_found","key":"room.of_another_program","message":"چنین چیزی نیست.","params":{},
          "fields":[{"field":"a","key":"room.a_field","message":"این را بنویسید.","params":{}}]}})");
  CHECK(error.code == Code::not_found);
  CHECK(say(error.key, error.params) == "چنین چیزی نیست.");
  REQUIRE(error.fields.size() == 1);
  CHECK(say(error.fields[0].key, error.fields[0].params) == "این را بنویسید.");
  // One that it has stays what it is: code compares keys.
  const Error known =
      read_error(R"({"error":{"code":"unavailable","key":"error.offline","message":"هر چه","params":{},"fields":[]}})");
  CHECK(known.key == "error.offline");
}

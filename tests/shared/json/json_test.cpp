#include "shared/json/json.h"

#include <doctest/doctest.h>

#include <limits>

using namespace hamandish;

namespace {

std::string key_of(std::string_view text) {
  const Result<Json> json = parse_json(text);
  return json.ok() ? "" : json.error().key;
}

std::string nested(int levels) {
  const auto count = static_cast<std::size_t>(levels);
  return std::string(count, '[') + std::string(count, ']');
}

}  // namespace

TEST_CASE("every type of JSON value is read, and only as what it is") {
  const Result<Json> json =
      parse_json(R"({"s":"متن","i":-7,"d":1.5,"one":1.0,"t":true,"f":false,"n":null,"a":[1,"x"],"o":{"k":2}})");
  REQUIRE(json.ok());
  CHECK(*json->find("s")->text() == "متن");
  CHECK(json->find("i")->integer() == -7);
  CHECK(json->find("i")->number() == -7.0);
  CHECK(json->find("d")->number() == 1.5);
  CHECK_FALSE(json->find("d")->integer().has_value());
  CHECK_FALSE(json->find("one")->integer().has_value());
  CHECK(json->find("t")->boolean() == true);
  CHECK(json->find("f")->boolean() == false);
  CHECK(json->find("n")->is_null());
  CHECK(json->find("a")->items().size() == 2);
  CHECK(json->find("o")->find("k")->integer() == 2);
  CHECK(json->find("none") == nullptr);
  CHECK(json->find("s")->find("k") == nullptr);
  CHECK_FALSE(json->find("s")->boolean().has_value());
  CHECK(json->find("t")->text() == nullptr);
  CHECK(json->find("a")->members().empty());
  CHECK(json->find("o")->items().empty());
}

TEST_CASE("members keep the order of the text") {
  const Result<Json> json = parse_json(R"({"z":1,"a":2,"m":3})");
  REQUIRE(json.ok());
  CHECK(json->write() == R"({"z":1,"a":2,"m":3})");
}

TEST_CASE("integers of 64 bits are exact, larger ones become doubles, beyond a double nothing") {
  CHECK(parse_json("9223372036854775807").value().integer() == std::numeric_limits<std::int64_t>::max());
  CHECK(parse_json("-9223372036854775808").value().integer() == std::numeric_limits<std::int64_t>::min());
  const Json large = parse_json("9223372036854775808").value();
  CHECK_FALSE(large.integer().has_value());
  CHECK(large.number() == 9223372036854775808.0);
  CHECK(parse_json("123456789012345678901234567890").value().number().has_value());
  CHECK(key_of("1e400") == "error.malformed_json");
}

TEST_CASE("malformed text is refused") {
  for (const char* text :
       {"",        " ",        "{",           "}",           "[1,]", "{\"a\":1,}", "{'a':1}", "{a:1}",
        "nul",     "NaN",      "Infinity",    "01",          "1.",   "+1",         "\"",      "\"a",
        "\"\t\"",  "\"\\x\"",  "\"\\ud800\"", "\"\\udc00\"", "1 2",  "{} {}",      "[1] x",   "// c\n1",
        "{\"a\"}", "{\"a\":}", "\"\\u12\"",   "[",           "-",    "\xEF\xBB"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_json(text).ok());
  }
  const Result<Json> json = parse_json("{\"password\": secret}");
  REQUIRE_FALSE(json.ok());
  CHECK(json.error().code == Code::invalid);
  CHECK(json.error().key == "error.malformed_json");
  CHECK(json.error().detail == "at byte 14");  // the place, and nothing of the text: it may be personal
}

TEST_CASE("text that is not UTF-8 is refused, wherever it stands") {
  CHECK(key_of("\"\xFF\"") == "error.bad_utf8");
  CHECK(key_of("\"\xC0\xAF\"") == "error.bad_utf8");          // overlong
  CHECK(key_of("\"\xED\xA0\x80\"") == "error.bad_utf8");      // a surrogate
  CHECK(key_of("\"\xF4\x90\x80\x80\"") == "error.bad_utf8");  // above U+10FFFF
  CHECK(key_of("\"\xD8\"") == "error.bad_utf8");              // cut off
  CHECK(key_of("{\"\xFE\":1}") == "error.bad_utf8");
}

TEST_CASE("NUL is refused, raw and escaped, in values and in names") {
  CHECK(key_of(std::string_view("\"a\0b\"", 5)) == "error.nul_byte");
  CHECK(key_of(std::string_view("1\0", 2)) == "error.nul_byte");
  CHECK(key_of("\"a\\u0000b\"") == "error.nul_byte");
  CHECK(key_of("{\"a\\u0000\":1}") == "error.nul_byte");
}

TEST_CASE("nesting has a limit") {
  CHECK(parse_json(nested(kMaxJsonDepth)).ok());
  CHECK(key_of(nested(kMaxJsonDepth + 1)) == "error.json_too_deep");
  CHECK(key_of(std::string(200000, '[')) == "error.json_too_deep");
  std::string objects;
  for (int i = 0; i < 100; ++i) objects += "{\"a\":";
  CHECK(key_of(objects) == "error.json_too_deep");
}

TEST_CASE("a member that stands twice is refused, also when written differently") {
  CHECK(key_of(R"({"kind":"report","kind":"complaint"})") == "error.json_duplicate");
  CHECK(key_of(R"({"a":1,"\u0061":2})") == "error.json_duplicate");
  CHECK(key_of(R"({"o":{"a":1,"b":2,"a":3}})") == "error.json_duplicate");
  CHECK(key_of(R"([{"a":1},{"a":2}])").empty());
}

TEST_CASE("what is written is read back as the same value") {
  const Json json = Json::object({
      {"text", "خط یک\nخط \"دو\" \\ \t \x01 😀"},
      {"number", 0.1},
      {"large", 1e300},
      {"whole", 3.0},
      {"integer", std::int64_t{-9223372036854775807 - 1}},
      {"list", Json::array(std::vector<std::string>{"الف", "ب"})},
      {"empty", Json::array()},
      {"nothing", Json()},
      {"yes", true},
  });
  CHECK(parse_json(json.write()).value() == json);
}

TEST_CASE("numbers are written shortest, with a point, and never as something else than a number") {
  CHECK(Json(0.1).write() == "0.1");
  CHECK(Json(3.0).write() == "3.0");
  CHECK(Json(-2.5e-7).write() == "-2.5e-07");
  CHECK(Json(1.0 / 3.0).write() == "0.3333333333333333");
  CHECK(Json(std::numeric_limits<double>::infinity()).write() == "null");
  CHECK(Json(std::numeric_limits<double>::quiet_NaN()).write() == "null");
  CHECK(Json(42).write() == "42");
  CHECK(Json(true).write() == "true");
  CHECK(Json("1").write() == "\"1\"");
}

TEST_CASE("written text is valid UTF-8 and cannot end a script element") {
  CHECK(Json("a\xFF"
             "b")
            .write() ==
        "\"a\xEF\xBF\xBD"
        "b\"");
  CHECK(Json("</script>").write() == "\"\\u003c/script>\"");
  CHECK(parse_json(Json("</script>").write()).value() == Json("</script>"));
  CHECK(Json(std::string("a\0b", 3)).write() == "\"a\\u0000b\"");
}

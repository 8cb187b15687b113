#include "shared/json/reader.h"

#include <doctest/doctest.h>

#include "shared/cases/kinds.h"
#include "shared/messages/messages.h"
#include "shared/text/utf8.h"

using namespace hamandish;

namespace {

struct Mistakes {
  std::vector<FieldError> errors;
  std::string text() const {
    std::string all;
    for (const FieldError& error : errors) all += error.field + "=" + error.key + ";";
    return all;
  }
};

Json json(std::string_view text) {
  return parse_json(text).value();
}

}  // namespace

TEST_CASE("a reader takes members of the right type") {
  Mistakes mistakes;
  const Json source = json(
      R"({"t":"x","i":5,"b":true,"at":1000,"day":"2026-11-21","kind":"head","kinds":["report","request"],
          "names":["a","b"],"numbers":[1,2],"days":["1970-01-02"]})");
  Reader reader(source, mistakes.errors);
  CHECK(reader.text("t") == "x");
  CHECK(reader.integer("i") == 5);
  CHECK(reader.boolean("b"));
  CHECK(reader.instant("at") == Instant{1000});
  CHECK(reader.day("day") == Day{20778});
  CHECK(reader.word("kind", case_kind_from) == CaseKind::head);
  CHECK(reader.words("kinds", case_kind_from) == std::vector{CaseKind::report, CaseKind::request});
  CHECK(reader.texts("names") == std::vector<std::string>{"a", "b"});
  CHECK(reader.integers("numbers") == std::vector<std::int64_t>{1, 2});
  CHECK(reader.days("days") == std::vector<Day>{Day{1}});
  CHECK(reader.text_or("absent", "y") == "y");
  CHECK(reader.integer_or("absent", 9) == 9);
  CHECK(reader.boolean_or("absent", true));
  reader.refuse_unknown();
  CHECK(mistakes.text().empty());
}

TEST_CASE("a reader names every member that is missing or wrong, and goes on") {
  Mistakes mistakes;
  const Json source = json(
      R"({"i":"5","t":5,"b":1,"day":"2026-02-30","kind":"joke","number_kind":4,"kinds":["report","joke"],"names":["a",1],"list":{},
          "n":null,"d":1.0})");
  Reader reader(source, mistakes.errors);
  CHECK(reader.integer("i") == 0);
  CHECK(reader.text("t").empty());
  CHECK_FALSE(reader.boolean("b"));
  reader.day("day");
  reader.word("kind", case_kind_from);
  reader.word("number_kind", case_kind_from);
  CHECK(reader.words("kinds", case_kind_from).size() == 1);
  CHECK(reader.texts("names").empty());
  reader.integers("list");
  reader.text("n");
  reader.integer("d");
  reader.text("absent");
  CHECK(mistakes.text() ==
        "i=json.wrong_type;t=json.wrong_type;b=json.wrong_type;day=json.wrong_type;kind=json.unknown_value;"
        "number_kind=json.wrong_type;kinds=json.unknown_value;names=json.wrong_type;list=json.wrong_type;"
        "n=json.missing;d=json.wrong_type;absent=json.missing;");
}

TEST_CASE("a reader tells where in a list of objects the mistake is") {
  Mistakes mistakes;
  const Json source = json(R"({"units":[{"id":"a"},{"name":"b"},3]})");
  Reader reader(source, mistakes.errors);
  const auto ids = reader.list<std::string>("units", [](Reader& unit) { return unit.text("id"); });
  CHECK(ids.size() == 3);
  CHECK(mistakes.text() == "units[1].id=json.missing;units[2]=json.not_an_object;");
}

TEST_CASE("something that is no object is one mistake, not one for each member") {
  Mistakes mistakes;
  const Json source = json("[1]");
  Reader reader(source, mistakes.errors);
  reader.text("a");
  reader.word("kind", case_kind_from);
  reader.refuse_unknown();
  CHECK(mistakes.text() == "=json.not_an_object;");
}

TEST_CASE("unknown members are refused, not without end and not at any length") {
  Mistakes mistakes;
  Json source = Json::object({{"known", 1}});
  for (int i = 0; i < 500; ++i) source.set("x" + std::to_string(i), i);
  Reader reader(source, mistakes.errors);
  reader.integer("known");
  reader.refuse_unknown();
  CHECK(mistakes.errors.size() == 50);
  CHECK(mistakes.errors[0] == FieldError{"x0", "json.unknown_member", {{"name", "x0"}}});

  Mistakes long_name;
  std::string name = "a";
  for (int i = 0; i < 50000; ++i) name += "ی";
  Reader(Json::object({{name, 1}}), long_name.errors).refuse_unknown();
  REQUIRE(long_name.errors.size() == 1);
  CHECK(long_name.errors[0].field.size() <= 60);
  CHECK(text::valid_utf8(long_name.errors[0].field));
}

TEST_CASE("invalid() says all places in the detail and has a message for each key") {
  const Error error = invalid({{"a", "json.missing", {}}, {"b", "json.wrong_type", {}}});
  CHECK(error.code == Code::invalid);
  CHECK(error.fields.size() == 2);
  CHECK(error.detail == "a: json.missing, b: json.wrong_type");
  for (const char* key : {"error.invalid", "json.missing", "json.wrong_type", "json.not_an_object",
                          "json.unknown_member", "json.unknown_value"}) {
    CHECK(message_exists(key));
  }
}

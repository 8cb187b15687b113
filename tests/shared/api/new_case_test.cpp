#include <doctest/doctest.h>

#include "shared/api/check_new_case.h"
#include "shared/api/wire_json.h"
#include "shared/messages/messages.h"

using namespace hamandish;
using namespace hamandish::api;

namespace {

std::string problems(std::string_view text) {
  const Result<Json> json = parse_json(text);
  REQUIRE(json.ok());
  const Result<NewCase> read = read_new_case(*json);
  if (read.ok()) return "";
  CHECK(read.error().code == Code::invalid);
  std::string all;
  for (const FieldError& error : read.error().fields) {
    CHECK(message_exists(error.key));
    all += error.field + "=" + error.key + ";";
  }
  return all.empty() ? read.error().key : all;
}

Field field(std::string id, FieldKind kind, bool required) {
  Field result;
  result.id = std::move(id);
  result.kind = kind;
  result.label = result.id;
  result.required = required;
  return result;
}

Profile profile() {
  KindForm form;
  form.kind = CaseKind::report;
  form.anonymous_allowed = true;
  form.fields = {field("first_name", FieldKind::name, true), field("mobile", FieldKind::mobile, true),
                 field("subject", FieldKind::line, true), field("attachments", FieldKind::attachments, false)};
  KindForm named = form;
  named.kind = CaseKind::complaint;
  named.anonymous_allowed = false;
  Profile result;
  result.kinds = {form, named};
  return result;
}

std::string check(const NewCase& new_case) {
  const Result<NewCase> checked = check_new_case(profile(), new_case);
  if (checked.ok()) return "";
  std::string all;
  for (const FieldError& error : checked.error().fields) all += error.field + "=" + error.key + ";";
  return all;
}

}  // namespace

TEST_CASE("a new case is read as the contract writes it") {
  const Result<Json> json = parse_json(
      R"({"kind":"complaint","category":"land","subject":"موضوع","body":"شرح","licence":"12/الف","agree":true,"refuse":false,
          "person":{"first_name":"علی","last_name":"رضایی","national_id":"0499370899","mobile":"0912","email":null},
          "attachments":["a1","b2"]})");
  REQUIRE(json.ok());
  const Result<NewCase> read = read_new_case(*json);
  REQUIRE(read.ok());
  CHECK(read->kind == CaseKind::complaint);
  CHECK_FALSE(read->anonymous);
  CHECK(read->answers == Answers{{"first_name", "علی"},
                                 {"last_name", "رضایی"},
                                 {"national_id", "0499370899"},
                                 {"mobile", "0912"},
                                 {"category", "land"},
                                 {"subject", "موضوع"},
                                 {"body", "شرح"},
                                 {"attachments", "a1 b2"},
                                 {"licence", "12/الف"},
                                 {"agree", "1"}});
  // And written so that reading it gives the same.
  const Result<NewCase> again = read_new_case(to_json(*read));
  REQUIRE(again.ok());
  CHECK(to_json(*again) == to_json(*read));
  CHECK(again->answers == read->answers);
}

TEST_CASE("an anonymous case has no person") {
  const Result<NewCase> read =
      read_new_case(parse_json(R"({"kind":"report","anonymous":true,"subject":"س","body":"ش"})").value());
  REQUIRE(read.ok());
  CHECK(read->anonymous);
  CHECK(to_json(*read).find("person") == nullptr);
  CHECK(to_json(*read).find("anonymous")->boolean() == true);
  CHECK(problems(R"({"kind":"report","anonymous":true,"person":{"first_name":"علی"}})") ==
        "anonymous=form.person_and_anonymous;");
  CHECK(problems(R"({"kind":"report","anonymous":true,"person":null})").empty());
}

TEST_CASE("every wrong member of a new case is named by the id of its field") {
  CHECK(problems("{}") == "kind=json.missing;");
  CHECK(problems("[]") == "=json.not_an_object;");
  CHECK(problems("null") == "=json.not_an_object;");
  CHECK(problems(R"({"kind":"joke"})") == "kind=json.unknown_value;");
  CHECK(problems(R"({"kind":3})") == "kind=json.wrong_type;");
  CHECK(problems(R"({"kind":"report","anonymous":"yes"})") == "anonymous=json.wrong_type;");
  CHECK(problems(R"({"kind":"report","subject":5,"body":["x"],"category":true})") ==
        "category=json.wrong_type;subject=json.wrong_type;body=json.wrong_type;");
  CHECK(problems(R"({"kind":"report","person":"علی"})") == "person=json.not_an_object;");
  CHECK(problems(R"({"kind":"report","person":{"first_name":1,"shoe":"44","mobile":{}}})") ==
        "first_name=json.wrong_type;mobile=json.wrong_type;shoe=json.unknown_member;");
  CHECK(problems(R"({"kind":"report","first_name":"علی"})") == "first_name=json.unknown_member;");
  CHECK(problems(R"({"kind":"report","attachments":"a"})") == "attachments=json.wrong_type;");
  CHECK(problems(R"({"kind":"report","attachments":[1]})") == "attachments=json.wrong_type;");
  CHECK(problems(R"({"kind":"report","attachments":["a b"]})") == "attachments=form.attachment_unknown;");
  CHECK(problems(R"({"kind":"report","attachments":[""]})") == "attachments=form.attachment_unknown;");
  CHECK(problems(R"({"kind":"report","licence":5,"other":{}})") == "licence=json.wrong_type;other=json.wrong_type;");
}

TEST_CASE("a case with hundreds of members is refused as a whole") {
  Json json = Json::object({{"kind", "report"}});
  for (int i = 0; i < 300; ++i) json.set("x" + std::to_string(i), "1");
  CHECK(problems(json.write()) == "error.malformed_request");
}

TEST_CASE("a new case is checked against the form of its kind") {
  CHECK(check({CaseKind::report, true, {{"subject", "س"}}}).empty());
  CHECK(check({CaseKind::report, false, {{"subject", "س"}}}) == "first_name=form.write;mobile=form.write;");
  CHECK(check({CaseKind::report, true, {{"subject", "س"}, {"first_name", "علی"}}}) == "first_name=form.unknown_field;");
  CHECK(check({CaseKind::complaint, true, {{"subject", "س"}}}) == "anonymous=form.name_needed;");
  CHECK(check({CaseKind::appreciation, false, {}}) == "kind=form.unknown_kind;");
  CHECK(check({CaseKind::report, true, {{"subject", "س"}, {"colour", "red"}}}) == "colour=form.unknown_field;");
  const Result<NewCase> checked = check_new_case(profile(), {CaseKind::report, true, {{"subject", " شكايت "}}});
  REQUIRE(checked.ok());
  CHECK(checked->anonymous);
  CHECK(checked->answers == Answers{{"subject", "شکایت"}});
}

#include "shared/api/wire_json.h"

#include <doctest/doctest.h>

using namespace hamandish;
using namespace hamandish::api;

namespace {

const AttachmentInfo kFile = {"f1", "عکس.jpg", "image/jpeg", 12345};

CitizenCase citizen_case() {
  CitizenCase found;
  found.tracking_code = "123456789012";
  found.kind = CaseKind::suggestion;
  found.state = CaseState::answered;
  found.subject = "موضوع";
  found.body = "شرح\nدوم";
  found.unit_name = "امور اراضی";
  found.registered_at = {1700000000000};
  found.due_on = {20778};
  found.trail = {{EventKind::registered, {1700000000000}, "", "امور اراضی", ""},
                 {EventKind::replied, {1700000005000}, "امور اراضی", "", "پاسخ"}};
  found.attachments = {kFile};
  return found;
}

StaffCase staff_case() {
  StaffCase found;
  found.id = "c1";
  found.tracking_code = "123456789012";
  found.version = 3;
  found.kind = CaseKind::complaint;
  found.state = CaseState::in_progress;
  found.person = {{"first_name", "علی"}, {"mobile", "09121234567"}};
  found.other = {{"licence", "12/الف"}};
  found.category = "زمین";
  found.subject = "موضوع";
  found.body = "شرح";
  found.unit_id = "land";
  found.unit_name = "امور اراضی";
  found.registered_at = {1700000000000};
  found.due_on = {20778};
  found.events = {{EventKind::referred, {1700000000001}, "کارشناس", "الف", "ب", "یادداشت"}};
  found.attachments = {kFile};
  found.may_note = true;
  return found;
}

// What is written is read, and writing that gives the same.
template <class T, class Read>
T there_and_back(const T& value, Read read) {
  const Result<T> again = read(parse_json(to_json(value).write()).value());
  REQUIRE(again.ok());
  CHECK(to_json(*again) == to_json(value));
  return *again;
}

template <class Read>
std::string problems(Read read, std::string_view text) {
  const auto result = read(parse_json(text).value());
  if (result.ok()) return "";
  std::string all;
  for (const FieldError& error : result.error().fields) all += error.field + "=" + error.key + ";";
  return all;
}

// Taking any one member away, or giving it another type, never passes for good silently where it matters and never
// crashes.
template <class T, class Read>
void survives_mutation(const T& value, Read read) {
  const Json whole = to_json(value);
  for (const Json::Member& changed : whole.members()) {
    Json without = Json::object();
    Json wrong = Json::object();
    for (const Json::Member& member : whole.members()) {
      if (member.name != changed.name) without.set(member.name, member.value);
      wrong.set(member.name, member.name == changed.name ? Json(1.5) : member.value);
    }
    CAPTURE(changed.name);
    CHECK_FALSE(read(wrong).ok());
    const auto missing = read(without);
    if (!missing.ok()) CHECK(missing.error().fields[0].field == changed.name);
  }
}

}  // namespace

TEST_CASE("every struct of the wire goes there and back") {
  const AttachmentInfo info = there_and_back(kFile, read_attachment_info);
  CHECK(info.bytes == 12345);
  CHECK(info.file_name == "عکس.jpg");

  Receipt receipt;
  receipt.tracking_code = "1234567890123456";
  receipt.code_alone_suffices = true;
  receipt.kind = CaseKind::report;
  receipt.due_on = {20778};
  receipt.registered_at = {1700000000000};
  CHECK(to_json(receipt).find("due_on")->text()->compare("2026-11-21") == 0);
  const Receipt again = there_and_back(receipt, read_receipt);
  CHECK(again.code_alone_suffices);
  CHECK(again.kind == CaseKind::report);
  CHECK(again.due_on == Day{20778});

  CHECK(there_and_back(Lookup{"123", "4567"}, read_lookup).mobile_last4 == "4567");
  const CitizenCase found = there_and_back(citizen_case(), read_citizen_case);
  REQUIRE(found.trail.size() == 2);
  CHECK(found.trail[1].kind == EventKind::replied);
  CHECK(found.trail[1].text == "پاسخ");
  CHECK(found.attachments[0].id == "f1");
}

TEST_CASE("every struct of staff goes there and back") {
  CHECK(there_and_back(SignIn{"modir", "رمز \" 1"}, read_sign_in).password == "رمز \" 1");
  SessionInfo session;
  session.username = "modir";
  session.name = "نام";
  session.role = Role::unit_manager;
  session.csrf_token = "t";
  CHECK(there_and_back(session, read_session_info).role == Role::unit_manager);

  InboxPage page;
  page.cases = {{"c1", CaseKind::head, CaseState::waiting_for_citizen, "موضوع", "", "زمین", "واحد", {5}, {6}}, {}};
  page.next = "c1";
  const InboxPage read = there_and_back(page, read_inbox_page);
  REQUIRE(read.cases.size() == 2);
  CHECK(read.cases[0].state == CaseState::waiting_for_citizen);
  CHECK(read.next == "c1");

  const StaffCase found = there_and_back(staff_case(), read_staff_case);
  CHECK(found.person == staff_case().person);
  CHECK(found.other == staff_case().other);
  CHECK(found.version == 3);
  CHECK(found.may_note);
  CHECK_FALSE(found.may_reply);
  CHECK(found.events[0].actor == "کارشناس");

  CHECK(there_and_back(StaffAction{"land", "متن", 7}, read_staff_action).to_unit == "land");
  CHECK(to_json(StaffAction{"", "متن", 7}).find("to_unit") == nullptr);
}

TEST_CASE("answers of a server that are broken are refused, whichever member it is") {
  survives_mutation(citizen_case(), read_citizen_case);
  survives_mutation(staff_case(), read_staff_case);
  survives_mutation(kFile, read_attachment_info);
  CHECK(problems(read_citizen_case, "3") == "=json.not_an_object;");
  CHECK_FALSE(problems(read_inbox_page, R"({"cases":[{"id":"c"}]})").empty());
}

TEST_CASE("requests may hold nothing that the server does not know, answers may") {
  CHECK(problems(read_lookup, R"({"tracking_code":"1","mobile_last4":"2","x":3})") == "x=json.unknown_member;");
  CHECK(problems(read_lookup, R"({"tracking_code":1})") == "tracking_code=json.wrong_type;");
  CHECK(problems(read_lookup, R"({"tracking_code":"1"})").empty());
  CHECK(problems(read_sign_in, R"({"username":"a"})") == "password=json.missing;");
  CHECK(problems(read_sign_in, R"({"username":"a","password":["b"],"remember":true})") ==
        "password=json.wrong_type;remember=json.unknown_member;");
  CHECK(problems(read_staff_action, R"({"text":"x"})") == "version=json.missing;");
  CHECK(problems(read_staff_action, R"({"text":5,"version":"1","unit":"x"})") ==
        "text=json.wrong_type;version=json.wrong_type;unit=json.unknown_member;");
  CHECK(problems(read_attachment_info, R"({"id":"a","file_name":"b","mime":"c","bytes":1,"later":true})").empty());
}

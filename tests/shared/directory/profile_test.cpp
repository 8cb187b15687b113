#include "shared/directory/profile.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/calendar/jalali.h"
#include "shared/directory/field_kinds.h"
#include "shared/json/json.h"

using namespace hamandish;

namespace {

// Small, but with every member that a profile can have.
const std::string kProfile = R"({
  "id": "sample", "name": "سازمان نمونه", "short_name": "نمونه", "head_title": "رئیس سازمان", "address": "بیرجند",
  "phone": "05632400001", "email": "info@sample.example", "complaints_phone": "05632400111", "sms_number": "30001",
  "working_hours": "شنبه تا چهارشنبه", "accent": "#2f6b2f", "weekend": [5, 6], "holidays": ["1405/09/03", "1405/01/01"],
  "units": [
    {"id": "land", "name": "امور اراضی", "parent_id": "", "manager": "مدیر", "duties": "زمین", "phone": "0563", "email": "l@s.example"},
    {"id": "title", "name": "سند", "parent_id": "land"}],
  "categories": [
    {"id": "use", "name": "کاربری", "unit_id": "land", "kinds": ["complaint", "request"]},
    {"id": "deed", "name": "سند", "unit_id": "title", "kinds": ["request"]}],
  "kinds": [
    {"id": "complaint", "name": "شکایت", "link_text": "ثبت شکایت", "explanation": "برای…", "anonymous_allowed": true,
     "anonymous_warning": "پاسخ ندارد", "working_days": 15, "default_unit_id": "land", "fields": [
       {"id": "first_name", "kind": "name", "label": "نام", "required": true, "min_length": 2, "max_length": 60},
       {"id": "mobile", "kind": "mobile", "label": "تلفن همراه", "help": "۱۱ رقم"},
       {"id": "category", "kind": "choice", "label": "دسته"},
       {"id": "body", "kind": "text", "label": "شرح", "required": true}]},
    {"id": "request", "name": "درخواست", "link_text": "ثبت درخواست", "default_unit_id": "title", "fields": [
       {"id": "category", "kind": "choice", "label": "دسته"}]}],
  "promises": [{"id": "p", "title": "قول", "text": "متن", "target": "/desk"}],
  "privacy_notice": "محرمانه"})";

// The sample with one place changed; the place must be there.
std::string changed(const std::string& from, const std::string& to) {
  std::string json = kProfile;
  const std::size_t at = json.find(from);
  REQUIRE(at != std::string::npos);
  return json.replace(at, from.size(), to);
}

std::string detail_of(const std::string& json) {
  const Result<Profile> profile = read_profile(json);
  REQUIRE_FALSE(profile.ok());
  CHECK(profile.error().code == Code::invalid);
  return profile.error().detail;
}

bool says(const std::string& detail, const std::string& place) {
  return detail.find(place) != std::string::npos;
}

}  // namespace

TEST_CASE("a profile is read with all its members") {
  const Result<Profile> profile = read_profile(kProfile);
  REQUIRE(profile.ok());
  CHECK(profile->name == "سازمان نمونه");
  CHECK(profile->head_title == "رئیس سازمان");
  CHECK(profile->weekend == std::vector<int>{5, 6});
  REQUIRE(profile->units.size() == 2);
  CHECK(profile->units[1].parent_id == "land");
  REQUIRE(profile->kind(CaseKind::complaint) != nullptr);
  const KindForm& complaint = *profile->kind(CaseKind::complaint);
  CHECK(complaint.anonymous_allowed);
  CHECK(complaint.working_days == 15);
  CHECK(complaint.fields[0] == Field{"first_name", FieldKind::name, "نام", "", true, 2, 60, {}, {}});
  CHECK(profile->promises[0].target == "/desk");
}

TEST_CASE("holidays are Jalali in the file and days in order in the program") {
  const Result<Profile> profile = read_profile(kProfile);
  REQUIRE(profile.ok());
  REQUIRE(profile->holidays.size() == 2);
  CHECK(profile->holidays[0] == to_day({1405, 1, 1}));
  CHECK(profile->holidays[1] == to_day({1405, 9, 3}));
}

TEST_CASE("a form offers exactly the categories of its kind") {
  const Result<Profile> profile = read_profile(kProfile);
  REQUIRE(profile.ok());
  const std::vector<Choice> complaint = profile->kind(CaseKind::complaint)->fields[2].choices;
  CHECK(complaint == std::vector<Choice>{{"use", "کاربری"}});
  const std::vector<Choice> request = profile->kind(CaseKind::request)->fields[0].choices;
  CHECK(request == std::vector<Choice>{{"use", "کاربری"}, {"deed", "سند"}});
}

TEST_CASE("what is written can be read again and is equal") {
  const Result<Profile> profile = read_profile(kProfile);
  REQUIRE(profile.ok());
  const std::string written = write_profile(*profile);
  const Result<Profile> again = read_profile(written);
  REQUIRE(again.ok());
  CHECK(*again == *profile);
  CHECK(says(written, "\"1405/09/03\""));
}

TEST_CASE("looking up what is not there gives nothing") {
  const Result<Profile> profile = read_profile(kProfile);
  REQUIRE(profile.ok());
  CHECK(profile->unit("land") != nullptr);
  CHECK(profile->unit("nowhere") == nullptr);
  CHECK(profile->unit("") == nullptr);
  CHECK(profile->category("use")->unit_id == "land");
  CHECK(profile->category("nothing") == nullptr);
  CHECK(profile->kind(CaseKind::head) == nullptr);
}

TEST_CASE("without a name a form asks for everything but the person") {
  const Result<Profile> profile = read_profile(kProfile);
  REQUIRE(profile.ok());
  const KindForm& form = *profile->kind(CaseKind::complaint);
  CHECK(fields_to_fill(form, false) == form.fields);
  const std::vector<Field> anonymous = fields_to_fill(form, true);
  REQUIRE(anonymous.size() == 2);
  CHECK(anonymous[0].id == "category");
  CHECK(anonymous[1].id == "body");
}

TEST_CASE("missing members, wrong types and unknown words are refused with their place") {
  CHECK(says(detail_of(changed("\"name\": \"سازمان نمونه\", ", "")), "name"));
  CHECK(says(detail_of(changed("\"privacy_notice\": \"محرمانه\"", "\"privacy_notice\": 7")), "privacy_notice"));
  CHECK(says(detail_of(changed("\"kinds\": [\"request\"]", "\"kinds\": [\"wish\"]")), "categories[1]"));
  CHECK(says(detail_of(changed("\"kind\": \"text\"", "\"kind\": \"essay\"")), "kinds[0].fields[3]"));
  CHECK(says(detail_of(changed("\"working_days\": 15", "\"working_days\": -1")), "working_days"));
  CHECK(says(detail_of(changed("\"working_days\": 15", "\"working_days\": 0")), "working_days"));
  CHECK(says(detail_of(changed("\"weekend\": [5, 6]", "\"weekend\": [7]")), "weekend"));
  CHECK(says(detail_of(changed("\"1405/09/03\"", "\"1405/09/31\"")), "holidays"));
  CHECK(says(detail_of(changed("\"1405/09/03\"", "\"yesterday\"")), "holidays"));
  CHECK(says(detail_of(changed("#2f6b2f", "green")), "accent"));
}

TEST_CASE("units that do not exist are refused wherever they are named") {
  CHECK(says(detail_of(changed("\"unit_id\": \"title\"", "\"unit_id\": \"gone\"")), "categories[1].unit_id"));
  CHECK(says(detail_of(changed("\"default_unit_id\": \"title\"", "\"default_unit_id\": \"\"")),
             "kinds[1].default_unit_id"));
  CHECK(says(detail_of(changed("\"parent_id\": \"land\"", "\"parent_id\": \"gone\"")), "units[1].parent_id"));
}

TEST_CASE("ids stand once, and parents do not form a ring") {
  CHECK(says(detail_of(changed("{\"id\": \"title\"", "{\"id\": \"land\"")), "units[1].id"));
  CHECK(says(detail_of(changed("{\"id\": \"deed\"", "{\"id\": \"use\"")), "categories[1].id"));
  CHECK(says(detail_of(changed("{\"id\": \"request\"", "{\"id\": \"complaint\"")), "kinds[1].id"));
  CHECK(says(detail_of(changed("{\"id\": \"deed\"", "{\"id\": \"De ed\"")), "categories[1].id"));
  CHECK(says(detail_of(changed("\"parent_id\": \"\"", "\"parent_id\": \"title\"")), "units[0].parent_id"));
  CHECK(says(detail_of(changed("\"1405/09/03\"", "\"1405/01/01\"")), "holidays"));
}

TEST_CASE("a field cannot take the id of a part of its page") {
  CHECK(says(detail_of(changed("{\"id\": \"body\"", "{\"id\": \"send\"")), "kinds[0].fields[3].id"));
}

TEST_CASE("a week without a working day would make deadlines endless") {
  CHECK(says(detail_of(changed("\"weekend\": [5, 6]", "\"weekend\": [0, 1, 2, 3, 4, 5, 6]")), "weekend"));
}

TEST_CASE("what is no object at all is refused, not read as an empty organisation") {
  for (const char* bad : {"", "null", "[]", "{}", "7", "{\"id\":", "\xff"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_profile(bad).ok());
  }
}

TEST_CASE("field kinds have names that lead back") {
  for (int i = 0; i <= static_cast<int>(FieldKind::tracking_code); ++i) {
    const auto kind = static_cast<FieldKind>(i);
    CHECK(field_kind_from(wire_name(kind)) == kind);
  }
  CHECK_FALSE(field_kind_from("essay").has_value());
}

#include <doctest/doctest.h>

#include "tests/web/controllers/world.h"

using namespace hamandish;
using namespace hamandish::web;

namespace {

std::string session_json() {
  return api::to_json(api::SessionInfo{"karshenas", "مریم رضایی", Role::officer, "soil", "خاک و آب", "csrf"}).write();
}

std::string inbox_json(const char* id, const char* next) {
  api::InboxRow row;
  row.id = id;
  row.subject = std::string("موضوع ") + id;
  return api::to_json(api::InboxPage{{row}, next}).write();
}

api::StaffCase staff_case() {
  api::StaffCase found;
  found.id = "7";
  found.tracking_code = "123456789012";
  found.version = 3;
  found.subject = "موضوع پرونده";
  found.unit_id = "soil";
  found.may_refer = found.may_note = found.may_reply = true;
  return found;
}

// Signed in, with the answer to the page's own call still to come.
void open_signed_in(World& world) {
  world.fetch.answer(200, session_json());
}

std::string header(const Request& request, std::string_view name) {
  for (const Header& one : request.headers) {
    if (one.name == name) return one.value;
  }
  return {};
}

}  // namespace

TEST_CASE("staff: without a session the login; nothing is shown before the server has said so") {
  World world("/staff");
  CHECK_FALSE(world.app.ready());
  CHECK(world.fetch.last().path == "/api/v1/session");
  world.refuse(401, make_error(Code::unauthorized, "error.session_needed"));
  CHECK(world.app.ready());
  CHECK(world.shows("password"));
  world.app.intent("login");
  CHECK(world.browser.focused == "errors");
  world.app.input("username", "karshenas");
  world.app.input("password", "demo");
  world.app.intent("login");
  CHECK(world.fetch.last().method == "POST");
  CHECK_FALSE(world.shows("demo"));
  world.refuse(401, make_error(Code::unauthorized, "error.wrong_credentials"));
  CHECK(world.browser.focused == "failure");
  world.app.intent("login");
  world.fetch.answer(200, session_json());
  REQUIRE(world.browser.replaced.size() == 1);  // the browser opens the page anew, with what was typed there before
  CHECK(world.browser.replaced[0] == "/staff");
  world.app.open("/staff");
  CHECK(world.fetch.last().path == "/api/v1/staff/cases?queue=unit");
  world.fetch.answer(200, inbox_json("1", ""));
  CHECK(world.shows("موضوع 1"));
  CHECK(world.shows("مریم رضایی"));
}

TEST_CASE("inbox: further pages are added, a search begins anew, a late answer to an old search is dropped") {
  World world("/staff");
  open_signed_in(world);
  world.fetch.answer(200, inbox_json("1", "cursor"));
  world.app.intent("next-page");
  CHECK(world.fetch.last().path == "/api/v1/staff/cases?queue=unit&after=cursor");
  world.fetch.answer(200, inbox_json("2", ""));
  CHECK(world.shows("موضوع 1"));
  CHECK(world.shows("موضوع 2"));
  world.app.input("q", "آب");
  world.app.intent("search");
  const int old_search = static_cast<int>(world.fetch.sent.size());
  world.app.input("q", "خاک");
  world.app.intent("search");
  CHECK(world.fetch.last().path == "/api/v1/staff/cases?q=%D8%AE%D8%A7%DA%A9&queue=all");
  world.fetch.answer(200, inbox_json("3", ""));
  world.fetch.answer(200, inbox_json("4", ""), old_search);
  CHECK(world.shows("موضوع 3"));
  CHECK_FALSE(world.shows("موضوع 1"));
  CHECK_FALSE(world.shows("موضوع 4"));
}

TEST_CASE("inbox: a session that has run out leads to the login, and back") {
  World world("/staff");
  open_signed_in(world);
  world.refuse(401, make_error(Code::unauthorized, "error.session_expired"));
  CHECK(world.shows("password"));
  CHECK(world.shows("نشست شما پایان یافته است"));
}

TEST_CASE("case: a reply needs a text, goes with version and token, and empties its field") {
  World world("/staff/cases/7");
  open_signed_in(world);
  CHECK(world.fetch.last().path == "/api/v1/staff/cases/7");
  world.fetch.answer(200, api::to_json(staff_case()).write());
  world.app.intent("reply");
  CHECK(world.browser.focused == "errors");
  world.app.input("reply", "پاسخ ما");
  world.app.input("note", "یادداشت نیمه‌کاره");
  world.app.intent("reply");
  CHECK(world.fetch.last().path == "/api/v1/staff/cases/7/replies");
  CHECK(header(world.fetch.last(), "X-CSRF-Token") == "csrf");
  CHECK(world.fetch.last().body.find("\"version\":3") != std::string::npos);
  api::StaffCase after = staff_case();
  after.version = 4;
  world.fetch.answer(200, api::to_json(after).write());
  CHECK(world.browser.focused == "done");
  CHECK_FALSE(world.shows("پاسخ ما"));
  CHECK(world.shows("یادداشت نیمه‌کاره"));
}

TEST_CASE("case: a referral needs a unit; referred away, nothing more can be done") {
  World world("/staff/cases/7");
  open_signed_in(world);
  world.fetch.answer(200, api::to_json(staff_case()).write());
  world.app.input("referral_text", "لطفاً بررسی شود");
  world.app.intent("refer");
  CHECK(world.browser.focused == "errors");
  world.app.input("to_unit", world.app.profile().units.back().id);
  world.app.intent("refer");
  api::StaffCase gone;
  gone.id = "7";
  gone.version = 4;
  gone.unit_name = "واحد دیگر";
  gone.tracking_code = "";
  world.fetch.answer(200, api::to_json(gone).write());
  CHECK(world.shows("موضوع پرونده"));
  CHECK_FALSE(world.shows("reply-form"));
}

TEST_CASE("case: a conflict and errors of the server keep the text") {
  World world("/staff/cases/7");
  open_signed_in(world);
  world.fetch.answer(200, api::to_json(staff_case()).write());
  world.app.input("note", "متن یادداشت");
  world.app.intent("note");
  world.refuse(409, make_error(Code::conflict, "case.changed_meanwhile"));
  CHECK(world.browser.focused == "failure");
  CHECK(world.shows("متن یادداشت"));
  world.app.intent("note");
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({"text", "form.too_long", {}});
  world.refuse(422, error);
  CHECK(world.browser.focused == "errors");
  CHECK(world.shows("#note"));
}

TEST_CASE("case: not found is said") {
  World world("/staff/cases/9");
  open_signed_in(world);
  world.refuse(404, make_error(Code::not_found, "case.not_found_for_staff"));
  CHECK(world.app.ready());
  CHECK(world.shows("failure"));
}

TEST_CASE("sign out: drafts of staff pages go, then the login") {
  World world("/staff");
  open_signed_in(world);
  world.fetch.answer(200, inbox_json("1", ""));
  world.app.intent("logout");
  CHECK(world.fetch.last().method == "DELETE");
  CHECK(world.browser.staff_drafts_forgotten);
  world.fetch.answer(204, "");
  CHECK(world.browser.went == std::vector<std::string>{"/staff"});
  world.app.open("/staff");
  CHECK(world.shows("password"));
}

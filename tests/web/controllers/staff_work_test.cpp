// The rest of what staff do: actions beside those of the contract, colleagues on the same case, filters, registration.
#include <doctest/doctest.h>

#include "shared/api/wire_json.h"
#include "tests/web/controllers/world.h"

using namespace hamandish;
using namespace hamandish::web;

namespace {

void open_signed_in(World& world) {
  api::SessionInfo session;
  session.username = "karshenas";
  session.name = "مریم رضایی";
  session.unit_id = world.app.profile().units.front().id;
  session.unit_name = "واحد";
  session.csrf_token = "csrf";
  world.fetch.answer(200, api::to_json(session).write());
}

api::StaffCase staff_case() {
  api::StaffCase one;
  one.id = "7";
  one.tracking_code = "140508307391";
  one.version = 3;
  one.subject = "موضوع پرونده";
  one.body = "متن پرونده";
  one.unit_id = "land";
  one.unit_name = "امور اراضی";
  one.may_note = one.may_reply = true;
  one.actions = {CaseAction::tag, CaseAction::extend};
  one.canned = {{"a", "عنوان", "متن آماده‌ی پاسخ"}};
  return one;
}

}  // namespace

TEST_CASE("case: only what may be done is offered, and an action goes with its fields and the version") {
  World world("/staff/cases/7");
  open_signed_in(world);
  world.fetch.answer(200, api::to_json(staff_case()).write());
  CHECK(world.shows("tag-form"));
  CHECK_FALSE(world.shows("redact-form"));
  world.app.input("tag", "قنات");
  world.app.intent("tag");
  CHECK(world.fetch.last().path == "/api/v1/staff/cases/7/actions");
  CHECK(world.fetch.last().body.find("\"action\":\"tag\"") != std::string::npos);
  CHECK(world.fetch.last().body.find("\"version\":3") != std::string::npos);
}

TEST_CASE("case: a date is read as Jalali, or refused with its field") {
  World world("/staff/cases/7");
  open_signed_in(world);
  world.fetch.answer(200, api::to_json(staff_case()).write());
  world.app.input("extend_text", "علت");
  world.app.input("extend_due_on", "دیروز");
  world.app.intent("extend");
  CHECK(world.shows("#extend_due_on"));
  world.app.input("extend_due_on", "۱۴۰۵/۰۹/۲۰");
  world.app.intent("extend");
  CHECK(world.fetch.last().body.find("\"due_on\":\"2026-12-11\"") != std::string::npos);
}

TEST_CASE("what stood in the page before the server said who is signed in is not lost") {
  World world("/staff");
  world.app.input("queue", "overdue");
  world.app.input("q", "قنات");
  world.app.resume();
  open_signed_in(world);
  CHECK(world.shows("value=«قنات»"));
  CHECK(world.fetch.last().path.find("queue=overdue") != std::string::npos);
  CHECK(world.fetch.last().path.find("q=") != std::string::npos);
}

TEST_CASE("case: whoever approves finds the draft in the answer; it goes when the draft does") {
  World world("/staff/cases/7");
  open_signed_in(world);
  api::StaffCase one = staff_case();
  one.draft = api::DraftAnswer{"مریم", {}, "پیش‌نویس همکار"};
  world.fetch.answer(200, api::to_json(one).write());
  CHECK(world.shows("value=«پیش‌نویس همکار»"));
  one.draft.reset();
  one.version = 4;
  world.app.input("note", "x");
  world.app.intent("note");
  world.fetch.answer(201, api::to_json(one).write());
  CHECK_FALSE(world.shows("پیش‌نویس همکار"));
}

TEST_CASE("case: a draft does not take the place of what was written by hand") {
  World world("/staff/cases/7");
  open_signed_in(world);
  world.fetch.answer(200, api::to_json(staff_case()).write());
  world.app.input("reply", "متن خودم");
  api::StaffCase one = staff_case();
  one.draft = api::DraftAnswer{"مریم", {}, "پیش‌نویس همکار"};
  world.app.intent("refresh");
  world.fetch.answer(200, api::to_json(one).write());
  CHECK(world.shows("value=«متن خودم»"));
}

TEST_CASE("case: a canned text fills the answer, and leaves what was written by hand") {
  World world("/staff/cases/7");
  open_signed_in(world);
  world.fetch.answer(200, api::to_json(staff_case()).write());
  world.app.input("canned", "a");
  CHECK(world.shows("متن آماده‌ی پاسخ"));
  world.app.input("reply", "نوشته‌ی خودم");
  world.app.input("canned", "");
  world.app.input("canned", "a");
  CHECK(world.shows("نوشته‌ی خودم"));
}

TEST_CASE("case: colleagues and their changes are told, and nothing is drawn while nothing changes") {
  World world("/staff/cases/7");
  open_signed_in(world);
  world.fetch.answer(200, api::to_json(staff_case()).write());
  world.app.input("note", "نیمه‌کاره");
  world.app.intent("presence");
  CHECK(world.fetch.last().path == "/api/v1/staff/cases/7/presence");
  world.fetch.answer(200, R"({"version":3,"others":["سارا"]})");
  CHECK(world.shows("سارا"));
  world.app.intent("presence");
  world.fetch.answer(200, R"({"version":4,"others":["سارا"]})");
  CHECK(world.shows("outdated"));
  world.app.intent("refresh");
  api::StaffCase changed = staff_case();
  changed.version = 4;
  world.fetch.answer(200, api::to_json(changed).write());
  CHECK_FALSE(world.shows("outdated"));
  CHECK(world.shows("نیمه‌کاره"));
}

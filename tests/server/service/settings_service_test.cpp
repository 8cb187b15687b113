#include "server/service/settings_service.h"

#include <doctest/doctest.h>

#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct SettingsFixture : ServiceFixture {
  Actor admin;
  Actor manager;

  SettingsFixture() {
    add_user("admin1", Role::admin, "it");
    add_user("manager1", Role::unit_manager, "soil-water");
    admin = actor("admin1");
    manager = actor("manager1");
  }

  Json value(std::string_view section) { return services->settings.section(admin, section)->value; }

  Result<void> put(std::string_view section, const Json& next) {
    return services->settings.replace(admin, section, next, services->organisation.version(), kTestNow);
  }

  // The list with one member of the item at that place changed.
  static Json changed(const Json& list, std::size_t at, std::string_view member, const Json& next) {
    Json::Items items = list.items();
    Json::Members members = items.at(at).members();
    for (Json::Member& each : members) {
      if (each.name == member) each.value = next;
    }
    items[at] = Json(members);
    return Json(items);
  }
};

TEST_CASE_FIXTURE(SettingsFixture,
                  "the profile of a new database is the file's, and every change is a version of its own") {
  CHECK(*services->profile() == test_profile());
  CHECK(services->organisation.version() == 1);
  const std::shared_ptr<const Profile> before = services->profile();
  REQUIRE(put("units", changed(value("units"), 0, "name", "واحد تازه")).ok());
  CHECK(services->organisation.version() == 2);
  CHECK(services->profile()->units[0].name == "واحد تازه");
  CHECK(before->units[0].name == test_profile().units[0].name);
  reopen();
  CHECK(services->profile()->units[0].name == "واحد تازه");
  CHECK(count("SELECT count(*) FROM profile_versions") == 2);
}

TEST_CASE_FIXTURE(SettingsFixture, "who, when, what: a change stands in the audit with what it was before") {
  REQUIRE(put("units", changed(value("units"), 0, "phone", "05632400009")).ok());
  const Result<std::vector<AuditRow>> rows = services->settings.audit(admin, 0, 10);
  REQUIRE(rows.ok());
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().user_name == "نام admin1");
  CHECK(rows->front().at == kTestNow);
  CHECK(rows->front().area == "units");
  CHECK(rows->front().subject == services->profile()->units[0].name);
  CHECK(rows->front().action == "changed");
  CHECK(rows->front().before == R"({"phone":")" + test_profile().units[0].phone + R"("})");
  CHECK(rows->front().after == R"({"phone":"05632400009"})");
  // The same again changes nothing and says nothing.
  REQUIRE(put("units", value("units")).ok());
  CHECK(services->settings.audit(admin, 0, 10)->size() == 1);
}

TEST_CASE_FIXTURE(SettingsFixture, "what does not hold is refused with its place, and nothing changes") {
  const Result<void> bad = put("categories", changed(value("categories"), 2, "unit_id", "nowhere"));
  REQUIRE(!bad.ok());
  REQUIRE(bad.error().fields.size() == 1);
  CHECK(bad.error().fields[0].field == "categories[2].unit_id");
  Json::Items none;
  CHECK(!put("units", Json(none)).ok());
  CHECK(services->organisation.version() == 1);
}

TEST_CASE_FIXTURE(SettingsFixture, "two who change at once: the second is told") {
  const Json next = changed(value("units"), 0, "phone", "05632400009");
  REQUIRE(services->settings.replace(admin, "units", next, 1, kTestNow).ok());
  const Result<void> late =
      services->settings.replace(admin, "units", changed(next, 1, "phone", "05632400008"), 1, kTestNow);
  REQUIRE(!late.ok());
  CHECK(late.error().key == "settings.changed_meanwhile");
}

TEST_CASE_FIXTURE(SettingsFixture, "managers keep the canned answers and nothing else; the others may not even look") {
  add_user("officer1", Role::officer, "soil-water");
  CHECK(services->settings.section(manager, "answers").ok());
  CHECK(services->settings.section(manager, "units").error().code == Code::forbidden);
  CHECK(services->settings.section(actor("officer1"), "answers").error().code == Code::forbidden);
  CHECK(services->settings.audit(manager, 0, 10).error().code == Code::forbidden);
  CHECK(services->settings.section(admin, "nothing").error().code == Code::not_found);
}

TEST_CASE_FIXTURE(SettingsFixture, "a holiday that is added moves the dates of open cases in the same step") {
  REQUIRE(services->cases.register_case(sample_case(), "a", kTestNow).ok());
  const std::int64_t due = count("SELECT due_on FROM cases");
  const Json calendar = value("calendar");
  Json::Members members = calendar.members();
  for (Json::Member& member : members) {
    if (member.name != "holidays") continue;
    Json::Items days = member.value.items();
    days.emplace_back("1405/09/10");
    member.value = Json(days);
  }
  REQUIRE(put("calendar", Json(members)).ok());
  CHECK(count("SELECT due_on FROM cases") > due);
  CHECK(count("SELECT count(*) FROM case_events WHERE kind = 'rescheduled'") == 1);
  CHECK(database->verify().ok());
}

TEST_CASE_FIXTURE(SettingsFixture, "a form's fields are edited under its kind") {
  const Json fields = value("form-complaint");
  REQUIRE(put("form-complaint", changed(fields, 0, "label", "نام کوچک")).ok());
  CHECK(services->profile()->kind(CaseKind::complaint)->fields[0].label == "نام کوچک");
  CHECK(services->settings.audit(admin, 0, 1)->front().area == "form-complaint");
}

TEST_CASE_FIXTURE(SettingsFixture, "rules decide where a new case goes") {
  Json::Items rules;
  rules.push_back(Json::object({{"id", "r1"},
                                {"name", "قنات به ترویج"},
                                {"enabled", true},
                                {"kinds", Json::array()},
                                {"categories", Json::array()},
                                {"places", Json::array()},
                                {"words", Json(Json::Items{Json("لایروبی")})},
                                {"unit_id", "extension"}}));
  REQUIRE(put("rules", Json(rules)).ok());
  REQUIRE(services->cases.register_case(sample_case(), "a", kTestNow).ok());
  CHECK(count("SELECT count(*) FROM cases WHERE unit_id = 'extension'") == 1);
}

}  // namespace
}  // namespace hamandish::server

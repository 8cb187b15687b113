// Whatever is changed in the file behind the server's back is found: every column of every table, every row taken out or
// put in.
#include "server/store/sqlite_seals.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/service/cases_service.h"
#include "server/store/outbox_store.h"
#include "server/store/sqlite_connection.h"
#include "server/store/sqlite_database.h"
#include "tests/server/support/plan_watch.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct Place {
  std::string table;
  std::string column;
  std::string type;
};

// Two cases, an answer, a note, a file, a message, a change of the settings and an account.
void fill(ServiceFixture& fixture) {
  fixture.add_user("admin1", Role::admin, "it");
  fixture.add_user("officer1", Role::officer, "soil-water");
  const Result<api::AttachmentInfo> file = fixture.services->uploads.store_upload("a.png", tiny_png(), kTestNow);
  REQUIRE(file.ok());
  api::NewCase with_file = sample_case();
  with_file.answers.push_back({"attachments", file->id});
  REQUIRE(fixture.services->cases.register_case(with_file, "one", kTestNow).ok());
  REQUIRE(fixture.services->cases.register_case(anonymous_case(), "two", kTestNow + kSecond).ok());
  const Actor actor = fixture.actor("officer1");
  const Result<api::InboxPage> inbox = fixture.services->cases.inbox(actor, {});
  REQUIRE(inbox.ok());
  for (const api::InboxRow& row : inbox->cases) {
    REQUIRE(fixture.services->cases.read_case(actor, row.id, kTestNow).ok());
  }
  const Actor admin = fixture.actor("admin1");
  const Result<SettingsService::Content> texts = fixture.services->settings.section(admin, "texts");
  REQUIRE(texts.ok());
  Json::Members members = texts->value.members();
  for (Json::Member& member : members) {
    if (member.name == "phone") member.value = Json("05632400002");
  }
  REQUIRE(fixture.services->settings.replace(admin, "texts", Json(members), texts->version, kTestNow).ok());
  REQUIRE(fixture.services->sessions.sign_in("officer1", "test-password", "127.0.0.1", kTestNow).ok());
  REQUIRE(fixture.services->clocks.ring(kTestNow + 40 * kDay).ok());
  fixture.database->flush();
}

std::vector<Place> every_column(SqliteConnection& connection) {
  const PlanPause pause;
  std::vector<std::string> tables;
  std::vector<Place> places;
  const Result<void> listed = connection.query(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'case_words%' AND name NOT LIKE 'sqlite%'",
      {}, [&](const Row& row) {
        tables.push_back(row.copy(0));
        return true;
      });
  REQUIRE(listed.ok());
  for (const std::string& table : tables) {
    const Result<void> read = connection.query("PRAGMA table_info(\"" + table + "\")", {}, [&](const Row& row) {
      places.push_back({table, row.copy(1), row.copy(2)});
      return true;
    });
    REQUIRE(read.ok());
  }
  return places;
}

std::string other_value(const Place& place) {
  const std::string column = "\"" + place.column + "\"";
  if (place.type == "INTEGER") return "coalesce(" + column + ", 0) + 1000003";
  if (place.type == "BLOB") return "CAST(coalesce(" + column + ", x'') || x'01' AS BLOB)";
  return "coalesce(" + column + ", '') || 'x'";
}

bool sound(ServiceFixture& fixture) {
  return fixture.database->verify().ok();
}

TEST_CASE("a change of any column of any table behind the server's back is found") {
  ServiceFixture fixture;
  fill(fixture);
  REQUIRE(sound(fixture));
  Result<std::unique_ptr<SqliteConnection>> opened =
      SqliteConnection::open(fixture.directory.file("hamandish.db"), SqliteMode::write_as_guest);
  REQUIRE(opened.ok());
  SqliteConnection& raw = **opened;
  REQUIRE(raw.run_script("PRAGMA foreign_keys = OFF; DROP TRIGGER IF EXISTS case_events_stay_as_they_are;"
                         "DROP TRIGGER IF EXISTS case_events_stay; DROP TRIGGER IF EXISTS audit_stays_as_it_is;"
                         "DROP TRIGGER IF EXISTS audit_stays;")
              .ok());
  int tried = 0;
  for (const Place& place : every_column(raw)) {
    const std::string row = " WHERE rowid = (SELECT rowid FROM \"" + place.table + "\" LIMIT 1)";
    const std::string change =
        "UPDATE OR IGNORE \"" + place.table + "\" SET \"" + place.column + "\" = " + other_value(place) + row;
    const std::int64_t before = raw.changes();
    // The table as it is now, to put it back afterwards.
    REQUIRE(
        raw.run_script("CREATE TEMP TABLE kept AS SELECT rowid AS kept_rowid, * FROM \"" + place.table + "\"").ok());
    REQUIRE(raw.run_script(change).ok());
    if (raw.changes() > before) {
      ++tried;
      CAPTURE(place.table);
      CAPTURE(place.column);
      CHECK(!sound(fixture));
    }
    std::string columns;
    for (const Place& each : every_column(raw)) {
      if (each.table == place.table) columns += (columns.empty() ? "\"" : ", \"") + each.column + "\"";
    }
    REQUIRE(raw.run_script("DELETE FROM \"" + place.table + "\"; INSERT INTO \"" + place.table + "\" (rowid, " +
                           columns + ") SELECT kept_rowid, " + columns + " FROM kept; DROP TABLE kept;")
                .ok());
    REQUIRE(sound(fixture));
  }
  CHECK(tried > 80);
}

TEST_CASE("a row put in or taken out is found, and what the server does itself never is") {
  ServiceFixture fixture;
  fill(fixture);
  fixture.reopen();
  REQUIRE(sound(fixture));
  Result<std::unique_ptr<SqliteConnection>> raw =
      SqliteConnection::open(fixture.directory.file("hamandish.db"), SqliteMode::write_as_guest);
  REQUIRE(raw.ok());
  REQUIRE((*raw)->run_script("INSERT INTO jobs (name, next_at, last_at) VALUES ('x', 1, 1)").ok());
  CHECK(!sound(fixture));
  REQUIRE((*raw)->run_script("DELETE FROM jobs WHERE name = 'x'").ok());
  CHECK(sound(fixture));
  REQUIRE((*raw)->run_script("DELETE FROM looks WHERE id = 1").ok());
  CHECK(!sound(fixture));
}

TEST_CASE("what a failed job changed leaves no trace in the seals, alone or in a group") {
  ServiceFixture fixture;
  const Error wanted = make_error(Code::conflict, "test");
  const Result<void> failed = fixture.database->write([&](Transaction& transaction) -> Result<void> {
    OutboxMessage message;
    message.address = "09121234567";
    message.text = "متن";
    message.cause = "test";
    const Result<bool> queued = queue_message(transaction, message, kTestNow);
    if (!queued) return queued.error();
    return wanted;
  });
  CHECK(!failed.ok());
  // Halfway through one statement: the first row is written before the second collides.
  const Result<void> half = fixture.database->write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> done = transaction.execute(
        "INSERT INTO jobs (name, next_at, last_at) VALUES ('a', 1, 1), ('a', 2, 2)", std::initializer_list<Bound>{});
    CHECK(!done.ok());
    return {};
  });
  CHECK(half.ok());
  CHECK(fixture.count("SELECT count(*) FROM jobs") == 0);
  CHECK(sound(fixture));
}

}  // namespace
}  // namespace hamandish::server

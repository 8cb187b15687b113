// Whatever is changed in the file behind the server's back is found: every column of every table, every row taken out or
// put in.
#include "server/store/sqlite_seals.h"

#include <doctest/doctest.h>

#include <filesystem>
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
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'case_words%' AND name NOT LIKE "
      "'public_words%' AND name NOT LIKE 'sqlite%'",
      {}, [&](const Row& row) {
        tables.push_back(row.copy(0));
        return true;
      });
  REQUIRE(listed.ok());
  for (const std::string& table : tables) {
    const Result<void> read = connection.query("PRAGMA table_info(\"" + table + "\")", {}, [&](const Row& row) {
      places.push_back({table, row.copy(1), row.copy(2)});
      // The name over the seal of a table without rows seals nothing.
      if (table == "seals" && row.text(1) == "name") places.pop_back();
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

std::unique_ptr<SqliteConnection> raw_connection(const std::string& file) {
  Result<std::unique_ptr<SqliteConnection>> opened = SqliteConnection::open(file, SqliteMode::write_as_guest);
  REQUIRE(opened.ok());
  REQUIRE((*opened)
              ->run_script("PRAGMA foreign_keys = OFF; DROP TRIGGER IF EXISTS case_events_stay_as_they_are;"
                           "DROP TRIGGER IF EXISTS case_events_stay; DROP TRIGGER IF EXISTS audit_stays_as_it_is;"
                           "DROP TRIGGER IF EXISTS audit_stays;")
              .ok());
  return std::move(opened).value();
}

bool sound_file(const std::string& file) {
  SqliteOptions options;
  options.file = file;
  options.readers = 1;
  const Result<std::unique_ptr<Database>> database = open_sqlite(options);
  REQUIRE(database.ok());
  return (*database)->verify().ok();
}

TEST_CASE("a change of any column of any table behind the server's back is found") {
  ServiceFixture fixture;
  fill(fixture);
  const std::string whole = fixture.directory.file("whole.db");
  REQUIRE(fixture.database->backup(whole).ok());
  REQUIRE(sound_file(whole));
  const std::vector<Place> places = every_column(*raw_connection(whole));
  int tried = 0;
  for (const Place& place : places) {
    const std::string file = fixture.directory.file("trial-" + std::to_string(&place - places.data()) + ".db");
    std::filesystem::copy_file(whole, file);
    const std::string change = "UPDATE OR IGNORE \"" + place.table + "\" SET \"" + place.column +
                               "\" = " + other_value(place) + " WHERE rowid = (SELECT rowid FROM \"" + place.table +
                               "\" LIMIT 1)";
    bool changed = false;
    {
      const std::unique_ptr<SqliteConnection> raw = raw_connection(file);
      const std::int64_t before = raw->changes();
      REQUIRE(raw->run_script(change).ok());
      changed = raw->changes() > before;
    }
    if (!changed) continue;
    ++tried;
    CAPTURE(place.table);
    CAPTURE(place.column);
    CHECK(!sound_file(file));
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

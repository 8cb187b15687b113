#include "server/store/sqlite_database.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "server/base/log.h"
#include "server/base/random.h"
#include "server/store/meta_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

std::unique_ptr<Database> open_at(const std::string& file) {
  set_log_level(LogLevel::off);
  SqliteOptions options;
  options.file = file;
  Result<std::unique_ptr<Database>> opened = open_sqlite(options);
  REQUIRE(opened.ok());
  return std::move(opened).value();
}

Result<void> put(Database& database, const std::string& name, const std::string& value) {
  return database.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> done =
        transaction.execute("INSERT INTO meta (name, value) VALUES (?, ?)", {name, Bound::bytes(value)});
    if (!done) return done.error();
    return {};
  });
}

std::string get(Database& database, const std::string& name) {
  std::string value = "(none)";
  const Result<void> done = database.read([&](Reader& reader) -> Result<void> {
    const Result<bool> found =
        reader.first("SELECT value FROM meta WHERE name = ?", {name}, [&](const Row& row) { value = row.copy(0); });
    if (!found) return found.error();
    return {};
  });
  REQUIRE(done.ok());
  return value;
}

TEST_CASE("what was written is read, also after closing and opening") {
  const TestDirectory directory;
  const std::string file = directory.file("deep/er/a.db");
  {
    const auto database = open_at(file);
    REQUIRE(put(*database, "a", std::string("x\0y", 3)).ok());
    CHECK(get(*database, "a") == std::string("x\0y", 3));
  }
  const auto database = open_at(file);
  CHECK(get(*database, "a") == std::string("x\0y", 3));
  CHECK(database->verify().ok());
}

TEST_CASE("the settings that durability rests on") {
  const TestDirectory directory;
  const auto database = open_at(directory.file("a.db"));
  const auto pragma = [&](std::string_view sql) {
    std::string value;
    const Result<void> done = database->write([&](Transaction& transaction) -> Result<void> {
      const Result<bool> found = transaction.first(sql, {}, [&](const Row& row) { value = row.copy(0); });
      if (!found) return found.error();
      return {};
    });
    REQUIRE(done.ok());
    return value;
  };
  CHECK(pragma("PRAGMA journal_mode") == "wal");
  CHECK(pragma("PRAGMA synchronous") == "2");
  CHECK(pragma("PRAGMA foreign_keys") == "1");
  CHECK(pragma("PRAGMA wal_autocheckpoint") == "0");
}

TEST_CASE("a reader cannot write") {
  const TestDirectory directory;
  const auto database = open_at(directory.file("a.db"));
  const Result<void> done = database->read([](Reader& reader) {
    return reader.query("INSERT INTO meta (name, value) VALUES ('a', x'00')", {}, [](const Row&) { return true; });
  });
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().code == Code::unavailable);
}

TEST_CASE("a job that fails is undone, whatever it had written") {
  const TestDirectory directory;
  const auto database = open_at(directory.file("a.db"));
  const Result<void> done = database->write([](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> first = transaction.execute("INSERT INTO meta (name, value) VALUES ('a', x'01')", {});
    REQUIRE(first.ok());
    return make_error(Code::conflict, "case.changed_meanwhile");
  });
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().key == "case.changed_meanwhile");
  CHECK(get(*database, "a") == "(none)");
}

TEST_CASE("a broken statement, a broken key and a job that throws are errors, and the writer goes on") {
  const TestDirectory directory;
  const auto database = open_at(directory.file("a.db"));
  const Result<void> nonsense = database->write([](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> done = transaction.execute("INSERT INTO nowhere VALUES (1)", {});
    if (!done) return done.error();
    return {};
  });
  REQUIRE_FALSE(nonsense.ok());
  CHECK(nonsense.error().code == Code::internal);
  REQUIRE(put(*database, "a", "1").ok());
  const Result<void> twice = put(*database, "a", "2");
  REQUIRE_FALSE(twice.ok());
  CHECK(twice.error().code == Code::conflict);
  const Result<void> thrown =
      database->write([](Transaction&) -> Result<void> { throw std::runtime_error("no memory"); });
  REQUIRE_FALSE(thrown.ok());
  CHECK(get(*database, "a") == "1");
}

// Many threads, so that groups form; every third job fails after it has written.
TEST_CASE("jobs that fail spoil none of their group") {
  const TestDirectory directory;
  const auto database = open_at(directory.file("a.db"));
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 16; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 30; ++i) {
        const std::string name = std::to_string(t) + "." + std::to_string(i);
        const bool fails = i % 3 == 0;
        const Result<void> done = database->write([&](Transaction& transaction) -> Result<void> {
          const Result<std::int64_t> inserted =
              transaction.execute("INSERT INTO meta (name, value) VALUES (?, ?)", {name, Bound::bytes("x")});
          if (!inserted) return inserted.error();
          if (fails) return make_error(Code::conflict, "case.changed_meanwhile");
          return {};
        });
        if (done.ok() == fails) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  for (int t = 0; t < 16; ++t) {
    for (int i = 0; i < 30; ++i) {
      const std::string found = get(*database, std::to_string(t) + "." + std::to_string(i));
      CHECK(found == (i % 3 == 0 ? "(none)" : "x"));
    }
  }
}

TEST_CASE("what is queued without waiting is written before the database closes") {
  const TestDirectory directory;
  const std::string file = directory.file("a.db");
  {
    const auto database = open_at(file);
    for (int i = 0; i < 50; ++i) {
      database->write_later([i](Transaction& transaction) -> Result<void> {
        const Result<std::int64_t> done =
            transaction.execute("INSERT INTO meta (name, value) VALUES (?, x'31')", {"later" + std::to_string(i)});
        if (!done) return done.error();
        return {};
      });
    }
  }
  CHECK(get(*open_at(file), "later49") == "1");
}

TEST_CASE("a file that is no database, or of a newer version, is refused") {
  const TestDirectory directory;
  SqliteOptions options;
  options.file = directory.file("text.db");
  std::ofstream(options.file) << std::string(5000, 'x');
  const Result<std::unique_ptr<Database>> text = open_sqlite(options);
  REQUIRE_FALSE(text.ok());
  CHECK_FALSE(text.error().detail.empty());

  options.file = directory.file("newer.db");
  {
    const auto database = open_at(options.file);
    REQUIRE(database->write([](Transaction&) -> Result<void> { return {}; }).ok());
  }
  {
    // user_version stands at byte 60 of the header, big-endian.
    std::fstream raw(options.file, std::ios::in | std::ios::out | std::ios::binary);
    raw.seekp(60);
    raw.write("\0\0\x03\xE7", 4);
  }
  const Result<std::unique_ptr<Database>> newer = open_sqlite(options);
  REQUIRE_FALSE(newer.ok());
  CHECK(newer.error().code == Code::internal);
}

TEST_CASE("two servers never serve one file; a command beside a server may write") {
  const TestDirectory directory;
  SqliteOptions options;
  options.file = directory.file("a.db");
  options.server = true;
  Result<std::unique_ptr<Database>> server = open_sqlite(options);
  REQUIRE(server.ok());
  const Result<std::unique_ptr<Database>> second = open_sqlite(options);
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == Code::unavailable);
  REQUIRE(put(*open_at(options.file), "guest", "1").ok());
  CHECK(get(**server, "guest") == "1");
}

TEST_CASE("a backup made while others write is whole, and can be restored") {
  const TestDirectory directory;
  const std::string file = directory.file("a.db");
  const std::string copy = directory.file("copy.db");
  {
    const auto database = open_at(file);
    REQUIRE(put(*database, "before", "1").ok());
    std::atomic<bool> stop{false};
    std::thread busy([&] {
      for (int i = 0; !stop; ++i) REQUIRE(put(*database, "busy" + std::to_string(i), "x").ok());
    });
    REQUIRE(database->backup(copy).ok());
    stop = true;
    busy.join();
    REQUIRE(put(*database, "after", "1").ok());
    const Result<void> in_use = restore_sqlite(copy, file);
    REQUIRE_FALSE(in_use.ok());
    CHECK(in_use.error().code == Code::unavailable);
  }
  REQUIRE(restore_sqlite(copy, file).ok());
  {
    const auto database = open_at(file);
    CHECK(get(*database, "before") == "1");
    CHECK(get(*database, "after") == "(none)");
    CHECK(database->verify().ok());
  }
  CHECK(get(*open_at(file + ".before-restore"), "after") == "1");
}

TEST_CASE("what is no backup restores nothing") {
  const TestDirectory directory;
  const std::string file = directory.file("a.db");
  REQUIRE(put(*open_at(file), "a", "1").ok());
  CHECK_FALSE(restore_sqlite(directory.file("missing.db"), file).ok());
  std::ofstream(directory.file("text.db")) << "not a database at all";
  CHECK_FALSE(restore_sqlite(directory.file("text.db"), file).ok());
  std::ofstream(directory.file("empty.db")) << "";
  CHECK_FALSE(restore_sqlite(directory.file("empty.db"), file).ok());
  CHECK(get(*open_at(file), "a") == "1");
}

TEST_CASE("a backup into a directory that does not exist fails and leaves nothing") {
  const TestDirectory directory;
  const auto database = open_at(directory.file("a.db"));
  const Result<void> done = database->backup(directory.file("no/such/place.db"));
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().code == Code::unavailable);
}

TEST_CASE("a secret is made once") {
  const TestDirectory directory;
  const std::string file = directory.file("a.db");
  REQUIRE(start_crypto());
  const Result<std::string> first = secret(*open_at(file), "key");
  REQUIRE(first.ok());
  CHECK(first->size() == 32);
  const Result<std::string> again = secret(*open_at(file), "key");
  REQUIRE(again.ok());
  CHECK(*again == *first);
}

}  // namespace
}  // namespace hamandish::server

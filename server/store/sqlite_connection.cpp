#include "server/store/sqlite_connection.h"

#include <sqlite3.h>

#include <atomic>
#include <limits>
#include <set>

#include "shared/base/check.h"
#include "shared/text/search_key.h"

namespace hamandish::server {
namespace {

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  std::string_view text(int column) const override {
    // First the pointer, then the size: the order that SQLite asks for. For STRICT tables no conversion happens.
    const void* data = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    if (data == nullptr) return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
  }
  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

 private:
  sqlite3_stmt* statement_;
};

// Puts a statement back to its start, so that it holds no lock and can be used again.
class Running {
 public:
  explicit Running(sqlite3_stmt* statement) : statement_(statement) {}
  ~Running() { sqlite3_reset(statement_); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  sqlite3_stmt* statement_;
};

// SQLITE_STATIC: the values outlive the call (database.h says so), and no step follows it.
int bind(sqlite3_stmt* statement, int place, const Bound& bound) {
  const std::string_view view = bound.view();
  switch (bound.type()) {
    case Bound::Type::null:
      return sqlite3_bind_null(statement, place);
    case Bound::Type::integer:
      return sqlite3_bind_int64(statement, place, bound.integer());
    case Bound::Type::text:
      return sqlite3_bind_text64(statement, place, view.data() == nullptr ? "" : view.data(), view.size(),
                                 SQLITE_STATIC, SQLITE_UTF8);
    case Bound::Type::bytes:
      return sqlite3_bind_blob64(statement, place, view.data() == nullptr ? "" : view.data(), view.size(),
                                 SQLITE_STATIC);
  }
  return SQLITE_MISUSE;
}

int bind_all(sqlite3_stmt* statement, Bounds bounds) {
  HAMANDISH_CHECK(sqlite3_bind_parameter_count(statement) == static_cast<int>(bounds.size()));
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const int code = bind(statement, static_cast<int>(i) + 1, bounds[i]);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

// "a"* AND "b"*: every word of the key, or one that begins with it. Quotes keep the words from being read as operators.
std::string all_words(std::string_view key) {
  std::string value;
  std::size_t at = 0;
  while (at < key.size()) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) {
      if (!value.empty()) value += " AND ";
      value += '"';
      value += key.substr(at, end - at);
      value += "\"*";
    }
    at = end + 1;
  }
  return value;
}

// What text::search_key should have removed anyway; here it would be a mistake in the query's grammar.
std::string only_words(std::string key) {
  for (char& c : key) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (static_cast<unsigned char>(c) < 0x80 && !letter) c = ' ';
  }
  return key;
}

constexpr int kBusyMilliseconds = 5000;

// Before the library's first use. It counts its memory by default, under one lock for all threads.
void configure_library() {
  static const int kDone = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  HAMANDISH_CHECK(kDone == SQLITE_OK);
}

}  // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string& file, SqliteMode mode) {
  const int access = mode == SqliteMode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  configure_library();
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, access | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle));
  if (code != SQLITE_OK) return connection->failure(code, "open");
  Result<void> prepared = connection->prepare(mode);
  if (!prepared) return prepared.error();
  return connection;
}

SqliteConnection::~SqliteConnection() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

Result<void> SqliteConnection::prepare(SqliteMode mode) {
  // First of all: what follows may already meet a lock.
  sqlite3_busy_timeout(handle_, kBusyMilliseconds);
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  if (mode == SqliteMode::read) {
    return run_script("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -16384;");
  }
  if (mode == SqliteMode::write_as_guest) sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  Result<void> set = run_script(
      "PRAGMA journal_mode = WAL;"
      "PRAGMA synchronous = FULL;"
      "PRAGMA foreign_keys = ON;"
      "PRAGMA wal_autocheckpoint = 0;"
      "PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -65536;");
  if (!set) return set;
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // The hook takes the place of automatic checkpoints: it only notes the size, and the writer decides when to pause.
  sqlite3_wal_hook(handle_, &SqliteConnection::note_log_size, this);
  return {};
}

int SqliteConnection::note_log_size(void* self, sqlite3* /*handle*/, const char* /*name*/, int pages) {
  auto* connection = static_cast<SqliteConnection*>(self);
  if (pages < connection->log_pages_) connection->copied_pages_ = 0;  // the log began anew
  connection->log_pages_ = pages;
  return SQLITE_OK;
}

Error SqliteConnection::failure(int code, std::string_view sql) const {
  // The message names tables and columns, never values.
  const std::string detail = std::string(sqlite3_errmsg(handle_)) + " in: " + std::string(sql.substr(0, 120));
  switch (code & 0xFF) {
    case SQLITE_CONSTRAINT:
      return make_error(Code::conflict, "error.internal", detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return make_error(Code::unavailable, "error.unavailable", detail);
    default:
      return make_error(Code::internal, "error.internal", detail);
  }
}

namespace {
std::atomic<SqliteConnection::PlanWatcher> plan_watcher{nullptr};
}  // namespace

void SqliteConnection::watch_plans(PlanWatcher watcher) {
  plan_watcher = watcher;
}

void SqliteConnection::show_plan(std::string_view sql) {
  const PlanWatcher watcher = plan_watcher;
  if (watcher == nullptr) return;
  const std::string explain = "EXPLAIN QUERY PLAN " + std::string(sql);
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(handle_, explain.c_str(), -1, &made, nullptr) != SQLITE_OK) return;
  std::vector<std::string> plan;
  while (sqlite3_step(made) == SQLITE_ROW) plan.emplace_back(SqliteRow(made).text(3));
  sqlite3_finalize(made);
  watcher(sql, plan);
}

Result<sqlite3_stmt*> SqliteConnection::statement(std::string_view sql) {
  if (const auto known = statements_.find(sql); known != statements_.end()) return known->second;
  sqlite3_stmt* made = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  if (code != SQLITE_OK) return failure(code, sql);
  statements_.emplace(sql, made);
  show_plan(sql);
  return made;
}

Result<void> SqliteConnection::query(std::string_view sql, Bounds bounds, const std::function<bool(const Row&)>& each) {
  Result<sqlite3_stmt*> found = statement(sql);
  if (!found) return found.error();
  HAMANDISH_CHECK(sqlite3_stmt_busy(*found) == 0);  // the same statement inside its own callback
  const Running running(*found);
  int code = bind_all(*found, bounds);
  if (code != SQLITE_OK) return failure(code, sql);
  const SqliteRow row(*found);
  while ((code = sqlite3_step(*found)) == SQLITE_ROW) {
    if (!each(row)) return {};
  }
  if (code != SQLITE_DONE) return failure(code, sql);
  return {};
}

Result<std::int64_t> SqliteConnection::execute(std::string_view sql, Bounds bounds) {
  Result<sqlite3_stmt*> found = statement(sql);
  if (!found) return found.error();
  const Running running(*found);
  int code = bind_all(*found, bounds);
  if (code != SQLITE_OK) return failure(code, sql);
  const std::size_t sealed = seals_.mark();
  code = sqlite3_step(*found);
  if (code != SQLITE_DONE && code != SQLITE_ROW) {
    seals_.back_to(sealed);  // SQLite has undone the rows of this statement without a word
    return failure(code, sql);
  }
  return sqlite3_changes64(handle_);
}

Result<void> SqliteConnection::index_case(std::int64_t case_id, std::string_view words) {
  const Result<std::int64_t> done = execute("INSERT INTO case_words (rowid, words) VALUES (?, ?)", {case_id, words});
  if (!done) return done.error();
  return {};
}

Result<void> SqliteConnection::forget_words(std::int64_t case_id, std::string_view words) {
  const Result<std::int64_t> done =
      execute("INSERT INTO case_words (case_words, rowid, words) VALUES ('delete', ?, ?)", {case_id, words});
  if (!done) return done.error();
  return {};
}

Result<void> SqliteConnection::index_text(std::int64_t number, std::string_view title, std::string_view words) {
  Result<std::int64_t> done = execute("DELETE FROM public_words WHERE rowid = ?", {number});
  if (done) done = execute("INSERT INTO public_words (rowid, title, words) VALUES (?, ?, ?)", {number, title, words});
  if (!done) return done.error();
  return {};
}

Result<std::vector<std::int64_t>> SqliteConnection::find_texts(std::string_view text) {
  static_assert(kTextSearchCap == 1000);
  constexpr std::string_view kSql =
      "SELECT rowid FROM public_words WHERE public_words MATCH ? ORDER BY rowid DESC LIMIT 1000";
  std::vector<std::int64_t> numbers;
  const std::string anywhere = search_value(text);
  if (anywhere.empty()) return numbers;
  const std::string in_title = "title : (" + anywhere + ")";
  Result<void> done = query(kSql, {in_title}, [&](const Row& row) {
    numbers.push_back(row.integer(0));
    return true;
  });
  if (!done) return done.error();
  const std::set<std::int64_t> first(numbers.begin(), numbers.end());
  done = query(kSql, {anywhere}, [&](const Row& row) {
    if (!first.contains(row.integer(0))) numbers.push_back(row.integer(0));
    return true;
  });
  if (!done) return done.error();
  return numbers;
}

std::string_view SqliteConnection::search_condition() const {
  static_assert(kSearchCap == 20000);
  return "c.id IN (SELECT rowid FROM case_words WHERE case_words MATCH ? ORDER BY rowid DESC LIMIT 20000)";
}

std::string SqliteConnection::search_value(std::string_view text) const {
  // Whoever searches puts spaces where the writer may have put none: each two neighbours may be one word, too.
  constexpr std::size_t kMostSpaces = 5;
  const std::string apart = only_words(text::search_key(text));
  std::vector<std::string> forms = {all_words(apart), all_words(only_words(text::joined_key(text)))};
  std::size_t space = apart.find(' ');
  for (std::size_t i = 0; i < kMostSpaces && space != std::string::npos; ++i) {
    std::string together = apart;
    together.erase(space, 1);
    forms.push_back(all_words(together));
    space = apart.find(' ', space + 1);
  }
  std::string value;
  for (const std::string& form : forms) {
    if (form.empty() || value == "(" + form + ")") continue;
    if (!value.empty()) value += " OR ";
    value += "(" + form + ")";
  }
  return value;
}

Result<void> SqliteConnection::run_script(std::string_view sql) {
  const std::string script(sql);
  const int code = sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(code, sql);
  return {};
}

std::int64_t SqliteConnection::changes() const {
  return sqlite3_total_changes64(handle_);
}

bool SqliteConnection::in_transaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}

Result<void> SqliteConnection::checkpoint(bool restart) {
  const int mode = restart ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
  const int code = sqlite3_wal_checkpoint_v2(handle_, nullptr, mode, nullptr, nullptr);
  // Busy: a reader still needs the log. The next one will do it.
  if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY) return failure(code, "checkpoint");
  copied_pages_ = log_pages_;
  return {};
}

Result<void> SqliteConnection::copy_to(const std::string& file) {
  Result<std::unique_ptr<SqliteConnection>> target = open(file, SqliteMode::write);
  if (!target) return target.error();
  sqlite3* into = (*target)->handle_;
  // A single file without a log beside it.
  Result<void> set = (*target)->run_script("PRAGMA journal_mode = DELETE;");
  if (!set) return set;
  sqlite3_backup* backup = sqlite3_backup_init(into, "main", handle_, "main");
  if (backup == nullptr) return (*target)->failure(sqlite3_errcode(into), "backup");
  // All pages in one step: between steps a write of the server would make the copy begin again, and again.
  const int code = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE || finished != SQLITE_OK) return (*target)->failure(finished, "backup");
  return (*target)->run_script("PRAGMA journal_mode = DELETE;");
}

}  // namespace hamandish::server

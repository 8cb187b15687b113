// One connection to SQLite: statements kept ready by their text, bound values, typed rows. Its .cpp is the one file
// that includes sqlite3.h. Not for two threads at once.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/store/database.h"
#include "server/store/sqlite_seals.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hamandish::server {

enum class SqliteMode {
  read,            // read-only, never checkpoints
  write,           // the one that writes; its owner checkpoints
  write_as_guest,  // writes beside a running server, never checkpoints
};

class SqliteConnection final : public Transaction {
 public:
  static Result<std::unique_ptr<SqliteConnection>> open(const std::string& file, SqliteMode mode);
  ~SqliteConnection();
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  using Reader::query;
  using Transaction::execute;
  Result<void> query(std::string_view sql, Bounds bounds, const std::function<bool(const Row&)>& each) override;
  Result<std::int64_t> execute(std::string_view sql, Bounds bounds) override;
  Result<void> index_case(std::int64_t case_id, std::string_view words) override;
  Result<void> forget_words(std::int64_t case_id, std::string_view words) override;
  Result<void> index_text(std::int64_t number, std::string_view title, std::string_view words) override;
  std::string_view search_condition() const override;
  std::string search_value(std::string_view text) const override;
  Result<std::vector<std::int64_t>> find_texts(std::string_view text) override;

  // Several statements without values, such as a migration.
  Result<void> run_script(std::string_view sql);
  // A statement without values or rows, kept ready: BEGIN, COMMIT.
  Result<void> run(std::string_view sql) {
    return query(sql, {}, [](const Row&) { return true; });
  }

  // Rows changed since the connection was opened.
  std::int64_t changes() const;
  // False once SQLite has rolled back by itself, as after a full disk.
  bool in_transaction() const;
  // Pages in the write-ahead log, and those of them that no checkpoint has copied yet. The log begins anew only when no
  // reader uses it, so under constant reading the first can be much greater.
  int log_pages() const { return log_pages_; }
  int waiting_pages() const { return log_pages_ - copied_pages_; }
  // From now on every change is sealed; see sqlite_seals.h. settle() belongs before each COMMIT.
  Result<void> watch_seals(bool anew) { return seals_.watch(handle_, anew); }
  SqliteSeals& seals() { return seals_; }
  Result<void> verify_seals() { return SqliteSeals::verify(handle_); }

  // Called with the text and the plan of every statement that any connection prepares, from any thread: for the test
  // that holds that no statement reads a whole table. Set it before the first connection is opened.
  using PlanWatcher = void (*)(std::string_view sql, const std::vector<std::string>& plan);
  static void watch_plans(PlanWatcher watcher);

  // Copies the log into the database file; with `restart` also waits for readers, so that the log begins anew.
  Result<void> checkpoint(bool restart);
  // The whole database, as of one moment, into a new file.
  Result<void> copy_to(const std::string& file);

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  explicit SqliteConnection(sqlite3* handle) : handle_(handle) {}
  Result<void> prepare(SqliteMode mode);
  Result<sqlite3_stmt*> statement(std::string_view sql);
  void show_plan(std::string_view sql);
  Error failure(int code, std::string_view sql) const;
  static int note_log_size(void* self, sqlite3* handle, const char* name, int pages);

  sqlite3* handle_;
  SqliteSeals seals_;
  int log_pages_ = 0;
  int copied_pages_ = 0;
  std::unordered_map<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> statements_;
};

}  // namespace hamandish::server

#include "server/store/sqlite_database.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <vector>

#include "server/base/log.h"
#include "server/store/attachments_store.h"
#include "server/store/drafts_store.h"
#include "server/store/events_store.h"
#include "server/store/migrations.h"
#include "server/store/sqlite_connection.h"
#include "server/store/write_queue.h"

namespace hamandish::server {
namespace {

namespace fs = std::filesystem;

// Held by the process that opened the file first: see SqliteOptions.
class FileLock {
 public:
  explicit FileLock(const std::string& file)
      : descriptor_(::open((file + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)),
        held_(descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {}
  ~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  bool held() const { return held_; }

 private:
  int descriptor_;
  bool held_;
};

// A log of 16 MB is copied back while nobody waits; one of 256 MB also waits for the readers that keep it growing.
constexpr int kPagesBeforeCheckpoint = 4000;
constexpr int kPagesBeforeRestart = 64000;

class SqliteGroup final : public GroupTarget {
 public:
  SqliteGroup(std::unique_ptr<SqliteConnection> connection, bool checkpoints)
      : connection_(std::move(connection)), checkpoints_(checkpoints) {}

  Result<void> begin() override { return connection_->run("BEGIN IMMEDIATE"); }
  Result<void> commit() override {
    Result<void> sealed = connection_->seals().settle();
    return sealed ? connection_->run("COMMIT") : sealed;
  }
  void roll_back() override {
    connection_->seals().back_to(0);
    if (!connection_->in_transaction()) return;
    const Result<void> done = connection_->run("ROLLBACK");
    if (!done) log_failure("rollback_failed", done.error());
  }
  Result<void> set_mark() override {
    sealed_ = connection_->seals().mark();
    return connection_->run("SAVEPOINT job");
  }
  Result<void> back_to_mark() override {
    connection_->seals().back_to(sealed_);
    return connection_->run("ROLLBACK TO job");
  }
  Result<void> forget_mark() override { return connection_->run("RELEASE job"); }
  std::int64_t changes() const override { return connection_->changes(); }
  bool in_transaction() const override { return connection_->in_transaction(); }
  Transaction& transaction() override { return *connection_; }
  void between_groups() override {
    if (!checkpoints_ || connection_->waiting_pages() < kPagesBeforeCheckpoint) return;
    const Result<void> done = connection_->checkpoint(connection_->log_pages() >= kPagesBeforeRestart);
    if (!done) log_failure("checkpoint_failed", done.error());
  }

 private:
  std::unique_ptr<SqliteConnection> connection_;
  bool checkpoints_;
  std::size_t sealed_ = 0;  // of the mark
};

// Connections for reading, each used by one thread at a time.
class ReaderPool {
 public:
  explicit ReaderPool(std::vector<std::unique_ptr<SqliteConnection>> all) : free_(std::move(all)) {}

  std::unique_ptr<SqliteConnection> take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    std::unique_ptr<SqliteConnection> connection = std::move(free_.back());
    free_.pop_back();
    return connection;
  }
  void give_back(std::unique_ptr<SqliteConnection> connection) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(std::move(connection));
    }
    returned_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<SqliteConnection>> free_;
};

class Borrowed {
 public:
  explicit Borrowed(ReaderPool& pool) : pool_(pool), connection_(pool.take()) {}
  ~Borrowed() { pool_.give_back(std::move(connection_)); }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  SqliteConnection* operator->() { return connection_.get(); }
  SqliteConnection& operator*() { return *connection_; }

 private:
  ReaderPool& pool_;
  std::unique_ptr<SqliteConnection> connection_;
};

Result<std::string> first_text(Reader& connection, std::string_view sql) {
  std::string text;
  const Result<bool> found = connection.first(sql, {}, [&](const Row& row) { text = row.copy(0); });
  if (!found) return found.error();
  return text;
}

Result<std::int64_t> schema_version(SqliteConnection& connection) {
  std::int64_t version = 0;
  const Result<bool> found =
      connection.first("PRAGMA user_version", {}, [&](const Row& row) { version = row.integer(0); });
  if (!found) return found.error();
  return version;
}

Result<void> check_structure(Reader& connection) {
  const Result<std::string> structure = first_text(connection, "PRAGMA quick_check(1)");
  if (!structure) return structure.error();
  if (*structure != "ok") return make_error(Code::internal, "error.internal", "quick_check: " + *structure);
  const Result<std::string> keys = first_text(connection, "PRAGMA foreign_key_check");
  if (!keys) return keys.error();
  if (!keys->empty()) return make_error(Code::internal, "error.internal", "foreign_key_check: table " + *keys);
  return {};
}

// Each step and its number in one transaction: a crash leaves the schema before it or after it.
Result<void> apply(SqliteConnection& connection, const Migration& migration, std::size_t number) {
  const std::string script = "BEGIN IMMEDIATE;\n" + std::string(migration.sql) +
                             "\nPRAGMA user_version = " + std::to_string(number) + ";\nCOMMIT;";
  Result<void> done = connection.run_script(script);
  if (done) return done;
  const Result<void> undone = connection.run_script("ROLLBACK");
  if (!undone) log_failure("rollback_failed", undone.error());
  Error error = done.error();
  error.detail = std::string(migration.name) + ": " + error.detail;
  return error;
}

// True if there was something to do.
Result<bool> migrate(SqliteConnection& connection) {
  const Result<std::int64_t> version = schema_version(connection);
  if (!version) return version.error();
  const std::vector<Migration>& all = migrations();
  if (*version > static_cast<std::int64_t>(all.size())) {
    return make_error(Code::internal, "error.internal", "the database was made by a newer version of the server");
  }
  for (std::size_t i = static_cast<std::size_t>(*version); i < all.size(); ++i) {
    const Result<void> done = apply(connection, all[i], i + 1);
    if (!done) return done.error();
  }
  return *version < static_cast<std::int64_t>(all.size());
}

// Sums over all rows are made anew after a migration: it may have changed them all.
Result<void> seal(SqliteConnection& connection, bool anew) {
  Result<void> done = connection.run("BEGIN IMMEDIATE");
  if (!done) return done;
  done = connection.watch_seals(anew);
  if (done) return connection.run("COMMIT");
  const Result<void> undone = connection.run("ROLLBACK");
  if (!undone) log_failure("rollback_failed", undone.error());
  return done;
}

// So that a new name in a directory, or a file's content, survives a power cut.
bool sync_path(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool done = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return done;
}

fs::path directory_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

Error unavailable(std::string detail) {
  return make_error(Code::unavailable, "error.unavailable", std::move(detail));
}

Result<void> make_directory(const fs::path& file) {
  std::error_code error;
  const fs::path directory = directory_of(file);
  if (!fs::create_directories(directory, error)) {
    if (error) return unavailable("cannot make " + directory.string() + ": " + error.message());
    return {};
  }
  fs::permissions(directory, fs::perms::owner_all, error);  // personal data: for the owner alone
  return {};
}

Result<void> rename_durably(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (!sync_path(from)) return unavailable("cannot sync " + from.string());
  fs::rename(from, to, error);
  if (error) return unavailable("cannot rename " + from.string() + ": " + error.message());
  if (!sync_path(directory_of(to))) return unavailable("cannot sync the directory of " + to.string());
  return {};
}

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(std::unique_ptr<FileLock> lock, std::unique_ptr<SqliteConnection> writer,
                 std::vector<std::unique_ptr<SqliteConnection>> readers)
      : lock_(std::move(lock)),
        group_(std::move(writer), lock_->held()),
        readers_(std::move(readers)),
        queue_(group_) {}

  Result<void> read(const ReadJob& job) override {
    Borrowed reader(readers_);
    Result<void> begun = reader->run("BEGIN");
    if (!begun) return begun;
    Result<void> result = job(*reader);
    const Result<void> ended = reader->run("COMMIT");
    if (!ended) log_failure("read_end_failed", ended.error());
    return result;
  }

  Result<void> write(WriteJob job) override { return queue_.run(std::move(job)); }
  void write_later(WriteJob job) override { queue_.run_later(std::move(job)); }
  void write_then(WriteJob job, std::function<void(Result<void>)> then) override {
    queue_.run_then(std::move(job), std::move(then));
  }
  void flush() override {
    const Result<void> done = queue_.run([](Transaction&) -> Result<void> { return {}; });
    if (!done) log_failure("flush_failed", done.error());
  }

  Result<void> backup(const std::string& file) override {
    const std::string unfinished = file + ".part";
    std::error_code error;
    fs::remove(unfinished, error);
    Result<void> copied = Borrowed(readers_)->copy_to(unfinished);
    if (!copied) return copied;
    fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write, error);
    return rename_durably(unfinished, file);
  }

  Result<void> verify() override {
    Borrowed reader(readers_);
    Result<void> done = reader->run("BEGIN");
    if (!done) return done;
    done = check_structure(*reader);
    if (done) done = verify_events(*reader);
    if (done) done = verify_draft_steps(*reader);
    if (done) done = verify_attachments(*reader);
    if (done) done = reader->verify_seals();
    const Result<void> ended = reader->run("COMMIT");
    return done ? ended : done;
  }

 private:
  std::unique_ptr<FileLock> lock_;
  // Destroyed from below: first the queue finishes, then the readers close, the writer (which checkpoints) last.
  SqliteGroup group_;
  ReaderPool readers_;
  WriteQueue queue_;
};

// A file that verifies and whose schema we know.
Result<void> check_backup(const std::string& backup) {
  std::error_code error;
  if (!fs::is_regular_file(backup, error)) return unavailable("no such file: " + backup);
  Result<std::unique_ptr<SqliteConnection>> connection = SqliteConnection::open(backup, SqliteMode::read);
  if (!connection) return connection.error();
  const Result<std::int64_t> version = schema_version(**connection);
  if (!version) return version.error();
  if (*version < 1 || *version > static_cast<std::int64_t>(migrations().size())) {
    return make_error(Code::invalid, "error.invalid", "not a backup of this version of the server: " + backup);
  }
  return check_structure(**connection);
}

// What is there now gets a second name, so that at every moment there is a whole database under `file`. Its log is
// copied back into it first: a log left behind would be applied to the restored file.
Result<void> keep_former(const std::string& file) {
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  {
    const Result<std::unique_ptr<SqliteConnection>> former = SqliteConnection::open(file, SqliteMode::write);
    if (former) {
      const Result<void> copied = (*former)->checkpoint(true);
      if (!copied) log_failure("restore_former_checkpoint_failed", copied.error());
    }
  }
  const std::string kept = file + ".before-restore";
  for (const char* suffix : {"-wal", "-shm"}) {  // still there only if the former database cannot be opened
    fs::remove(kept + suffix, error);
    if (fs::exists(file + suffix, error)) fs::rename(file + suffix, kept + suffix, error);
    if (error) return unavailable("cannot rename the log of " + file + ": " + error.message());
  }
  fs::remove(kept, error);
  fs::create_hard_link(file, kept, error);
  if (error) return unavailable("cannot keep " + file + ": " + error.message());
  return {};
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options) {
  Result<void> made = make_directory(options.file);
  if (!made) return made.error();
  auto lock = std::make_unique<FileLock>(options.file);
  if (options.server && !lock->held()) return unavailable("another server uses " + options.file);
  const SqliteMode mode = lock->held() ? SqliteMode::write : SqliteMode::write_as_guest;
  Result<std::unique_ptr<SqliteConnection>> writer = SqliteConnection::open(options.file, mode);
  if (!writer) return writer.error();
  const Result<bool> migrated = migrate(**writer);
  if (!migrated) return migrated.error();
  const Result<void> sealed = seal(**writer, *migrated);
  if (!sealed) return sealed.error();
  std::error_code error;
  fs::permissions(options.file, fs::perms::owner_read | fs::perms::owner_write, error);
  std::vector<std::unique_ptr<SqliteConnection>> readers;
  for (int i = 0; i < options.readers; ++i) {
    Result<std::unique_ptr<SqliteConnection>> reader = SqliteConnection::open(options.file, SqliteMode::read);
    if (!reader) return reader.error();
    readers.push_back(std::move(reader).value());
  }
  return std::unique_ptr<Database>(new SqliteDatabase(std::move(lock), std::move(writer).value(), std::move(readers)));
}

Result<void> restore_sqlite(const std::string& backup, const std::string& file) {
  Result<void> checked = check_backup(backup);
  if (!checked) return checked;
  Result<void> made = make_directory(file);
  if (!made) return made;
  const FileLock lock(file);
  if (!lock.held()) return unavailable("a server uses " + file);
  const std::string unfinished = file + ".part";
  std::error_code error;
  fs::remove(unfinished, error);
  fs::copy_file(backup, unfinished, error);
  if (error) return unavailable("cannot copy " + backup + ": " + error.message());
  fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write, error);
  Result<void> kept = keep_former(file);
  if (!kept) return kept;
  return rename_durably(unfinished, file);
}

}  // namespace hamandish::server

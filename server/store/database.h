// What the rest of the server knows of a database: bound parameters, typed rows, transactions. SQL is written in
// <noun>_store.cpp in the subset that SQLite and PostgreSQL share; what differs stands in sqlite_database.cpp alone.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace hamandish::server {

// A value for one `?` of a statement. Text and bytes are only looked at: they must live until the call returns.
class Bound {
 public:
  enum class Type { null, integer, text, bytes };

  Bound(std::nullptr_t) {}                                                // NOLINT(google-explicit-constructor)
  Bound(std::int64_t value) : type_(Type::integer), integer_(value) {}    // NOLINT(google-explicit-constructor)
  Bound(int value) : Bound(static_cast<std::int64_t>(value)) {}           // NOLINT(google-explicit-constructor)
  Bound(bool value) : Bound(static_cast<std::int64_t>(value ? 1 : 0)) {}  // NOLINT(google-explicit-constructor)
  Bound(std::string_view text) : type_(Type::text), view_(text) {}        // NOLINT(google-explicit-constructor)
  Bound(const std::string& text) : Bound(std::string_view(text)) {}       // NOLINT(google-explicit-constructor)
  Bound(const char* text) : Bound(std::string_view(text)) {}              // NOLINT(google-explicit-constructor)
  static Bound bytes(std::string_view bytes) {
    Bound bound(bytes);
    bound.type_ = Type::bytes;
    return bound;
  }
  // NULL for an empty text: «not given» is never stored as ''.
  static Bound text_or_null(std::string_view text) { return text.empty() ? Bound(nullptr) : Bound(text); }

  Type type() const { return type_; }
  std::int64_t integer() const { return integer_; }
  std::string_view view() const { return view_; }

 private:
  Type type_ = Type::null;
  std::int64_t integer_ = 0;
  std::string_view view_;
};
using Bounds = std::span<const Bound>;

// One row of an answer; valid only during the callback that receives it. Columns count from 0, in the order of the
// SELECT. NULL reads as 0 or "".
class Row {
 public:
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string_view text(int column) const = 0;  // also bytes
  virtual bool is_null(int column) const = 0;
  std::string copy(int column) const { return std::string(text(column)); }

 protected:
  ~Row() = default;
};

// A consistent view of the database for the length of one Database::read or write.
class Reader {
 public:
  // Calls `each` for every row until it returns false. Statements are cached by their text, so it must be one of a few
  // fixed texts, never one with values in it. Internal or unavailable on failure, the database's words in `detail`.
  virtual Result<void> query(std::string_view sql, Bounds bounds, const std::function<bool(const Row&)>& each) = 0;
  Result<void> query(std::string_view sql, std::initializer_list<Bound> bounds,
                     const std::function<bool(const Row&)>& each) {
    return query(sql, Bounds(bounds.begin(), bounds.size()), each);
  }

  // The first row only; false if there is none.
  Result<bool> first(std::string_view sql, std::initializer_list<Bound> bounds,
                     const std::function<void(const Row&)>& read);

  // Full-text search differs between databases: these give a condition with one `?` that is true for the rows of
  // `cases c` that contain all words of `text` or words that begin with them, two neighbours also as one word, and the value to bind to it; "" if there
  // is no word in `text`. Only the newest kSearchCap matches are looked at.
  virtual std::string_view search_condition() const = 0;
  virtual std::string search_value(std::string_view text) const = 0;
  // Numbers of the public texts that hold all words of `text`, or words that begin with them: where the title holds them all
  // first, the greatest number first in each part. At most kTextSearchCap of either; none if there is no word in `text`.
  virtual Result<std::vector<std::int64_t>> find_texts(std::string_view text) = 0;

 protected:
  ~Reader() = default;
};

// How many matches a search looks at, newest first.
inline constexpr int kSearchCap = 20000;
inline constexpr int kTextSearchCap = 1000;

class Transaction : public Reader {
 public:
  // INSERT, UPDATE, DELETE. Gives the number of rows changed. Conflict if a unique or foreign key does not hold.
  virtual Result<std::int64_t> execute(std::string_view sql, Bounds bounds) = 0;
  Result<std::int64_t> execute(std::string_view sql, std::initializer_list<Bound> bounds) {
    return execute(sql, Bounds(bounds.begin(), bounds.size()));
  }

  // Makes the words of a case findable. `words` is text::index_key of everything that should be found.
  virtual Result<void> index_case(std::int64_t case_id, std::string_view words) = 0;
  // Takes them out again: exactly the words that index_case was given.
  virtual Result<void> forget_words(std::int64_t case_id, std::string_view words) = 0;
  // Makes a public text findable by these words (text::index_key) instead of those that it was given before.
  virtual Result<void> index_text(std::int64_t number, std::string_view title, std::string_view words) = 0;

 protected:
  ~Transaction() = default;
};

using ReadJob = std::function<Result<void>(Reader&)>;
// May run more than once: a job that fails after it has written makes the whole group run again. So it must set its
// results anew each time and touch nothing else outside. Jobs share one thread: whatever can be prepared before, is. A
// job must not call the Database.
using WriteJob = std::function<Result<void>(Transaction&)>;

class Database {
 public:
  virtual ~Database() = default;

  // Runs `job` on a reader of its own, on this thread. Readers see every write that was answered before.
  virtual Result<void> read(const ReadJob& job) = 0;

  // Queues `job` for the one writer and waits until its group is committed and on the disk. An error from the job
  // undoes what the job did, and nothing of others.
  virtual Result<void> write(WriteJob job) = 0;

  // The same without waiting, for what nobody's answer depends on (audit of looks, «last seen»). Captures must own what
  // they hold. Failures are logged.
  virtual void write_later(WriteJob job) = 0;
  // The same for an answer that no thread waits for: `then` is called once, from the writer's thread, when the group is
  // committed or with what went wrong. It hands the rest over to others and returns; it must not call the Database.
  virtual void write_then(WriteJob job, std::function<void(Result<void>)> then) = 0;
  // Waits until everything queued so far is committed.
  virtual void flush() = 0;

  // Everything, as one file that restore_database accepts; consistent while others write.
  virtual Result<void> backup(const std::string& file) = 0;
  // Quick structural check, foreign keys, the chain of events. Internal with what was found in `detail`.
  virtual Result<void> verify() = 0;
};

}  // namespace hamandish::server

// A seal over every table: the sum of a keyed hash of each row, kept up to date by the writer with each commit. A row
// that is changed, added or taken out behind the server's back changes the sum, in whatever column; `verify` adds all
// rows up again and compares. It costs one hash for each changed row and one small update for each commit.
//
// What it does not do: stop someone who can write the file, reads the key in it and makes the sums anew. Against that
// stands the chain of events, whose head leaves the house on every receipt.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

struct sqlite3;

namespace hamandish::server {

class SqliteSeals {
 public:
  SqliteSeals() = default;
  SqliteSeals(const SqliteSeals&) = delete;
  SqliteSeals& operator=(const SqliteSeals&) = delete;

  // Reads the tables' columns and the key, and begins to watch what the connection changes. After migrations; `anew`
  // makes all sums again.
  Result<void> watch(sqlite3* handle, bool anew);

  // What was changed since the last commit, as a place to go back to when a statement or a job is undone.
  std::size_t mark() const { return changes_.size(); }
  void back_to(std::size_t mark) { changes_.resize(mark); }

  // Inside the transaction, before COMMIT: adds the changes to the stored sums.
  Result<void> settle();

  // Adds up every row of every table. Internal, with the names of the tables that do not fit in `detail`.
  static Result<void> verify(sqlite3* handle);

 private:
  using Sum = std::array<std::uint64_t, 4>;
  struct Column {
    std::string usual;  // the constant that rows from before the column have, as SQL writes it
  };
  struct Table {
    std::string name;
    std::vector<Column> columns;
  };
  struct Change {
    std::size_t table = 0;
    std::int64_t rows = 0;  // +1, -1
    Sum sum{};
  };
  struct Total {
    Sum sum{};
    std::int64_t rows = 0;
  };

  Result<void> learn(sqlite3* handle);
  Result<std::vector<Total>> add_up(sqlite3* handle) const;
  Result<std::map<std::string, Total>> stored(sqlite3* handle) const;
  Result<void> store(const std::map<std::string, Total>& totals);
  static void changed(void* self, sqlite3* handle, int operation, const char* database, const char* table,
                      long long former_id, long long id);
  void note(sqlite3* handle, std::size_t table, bool former);
  template <class Value>
  std::string row_hash(std::size_t table, Value value) const;

  sqlite3* handle_ = nullptr;
  std::string key_;
  std::vector<Table> tables_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::vector<Change> changes_;
};

}  // namespace hamandish::server

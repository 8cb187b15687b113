#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "server/store/sqlite_seals.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include "server/base/random.h"

namespace hamandish::server {
namespace {

using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

Statement prepare(sqlite3* handle, const std::string& sql) {
  sqlite3_stmt* made = nullptr;
  sqlite3_prepare_v2(handle, sql.c_str(), -1, &made, nullptr);
  return {made, sqlite3_finalize};
}

Error failure(sqlite3* handle) {
  return make_error(Code::internal, "error.internal", std::string("seals: ") + sqlite3_errmsg(handle));
}

std::string text_of(sqlite3_stmt* statement, int column) {
  const void* data = sqlite3_column_blob(statement, column);
  const int size = sqlite3_column_bytes(statement, column);
  return data == nullptr ? std::string() : std::string(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

void put(std::string& bytes, std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((value >> shift) & 0xFF);
}

std::uint64_t take(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 8; i > 0; --i) value = (value << 8) | static_cast<std::uint8_t>(bytes[at + i - 1]);
  return value;
}

// As SQL would write the value, for comparing it with a column's default.
bool is_usual(sqlite3_value* value, const std::string& usual) {
  if (usual.empty()) return false;
  if (sqlite3_value_type(value) == SQLITE_INTEGER) return usual == std::to_string(sqlite3_value_int64(value));
  if (sqlite3_value_type(value) != SQLITE_TEXT) return false;
  const std::string_view text(reinterpret_cast<const char*>(sqlite3_value_text(value)),
                              static_cast<std::size_t>(sqlite3_value_bytes(value)));
  return usual.size() == text.size() + 2 && std::string_view(usual).substr(1, text.size()) == text;
}

// A row from before a column was added has NULL there in the hook and the column's default in a SELECT: both count as
// nothing.
void put_value(std::string& bytes, sqlite3_value* value, const std::string& usual) {
  const int type = value == nullptr || is_usual(value, usual) ? SQLITE_NULL : sqlite3_value_type(value);
  bytes += static_cast<char>(type);
  if (type == SQLITE_INTEGER) put(bytes, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
  if (type != SQLITE_TEXT && type != SQLITE_BLOB) return;
  const void* data = sqlite3_value_blob(value);
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
  put(bytes, size);
  if (size > 0) bytes.append(static_cast<const char*>(data), size);
}

// Derived data, and what seals cannot hold: themselves. The bytes of attachments are held by their SHA-256.
bool is_sealed(std::string_view table) {
  return !table.starts_with("sqlite_") && !table.starts_with("case_words") && !table.starts_with("public_words") &&
         table != "seals" && table != "attachment_bytes";
}

constexpr const char* kKeyName = "seal_key";

}  // namespace

template <class Value>
std::string SqliteSeals::row_hash(std::size_t table, Value value) const {
  const Table& known = tables_[table];
  std::string bytes;
  bytes.reserve(512);
  bytes += known.name;
  for (std::size_t i = 0; i < known.columns.size(); ++i) {
    put_value(bytes, value(static_cast<int>(i)), known.columns[i].usual);
  }
  return keyed_hash(key_, bytes);
}

Result<void> SqliteSeals::learn(sqlite3* handle) {
  handle_ = handle;
  tables_.clear();
  by_name_.clear();
  const Statement names = prepare(handle, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  if (!names) return failure(handle);
  while (sqlite3_step(names.get()) == SQLITE_ROW) {
    Table table;
    table.name = text_of(names.get(), 0);
    if (!is_sealed(table.name)) continue;
    const Statement columns = prepare(handle, "PRAGMA table_info(\"" + table.name + "\")");
    if (!columns) return failure(handle);
    while (sqlite3_step(columns.get()) == SQLITE_ROW) table.columns.push_back({text_of(columns.get(), 4)});
    by_name_[table.name] = tables_.size();
    tables_.push_back(std::move(table));
  }
  const Statement key = prepare(handle, "SELECT value FROM meta WHERE name = ?");
  if (!key) return failure(handle);
  sqlite3_bind_text(key.get(), 1, kKeyName, -1, SQLITE_STATIC);
  if (sqlite3_step(key.get()) == SQLITE_ROW) key_ = text_of(key.get(), 0);
  return {};
}

Result<void> SqliteSeals::watch(sqlite3* handle, bool anew) {
  Result<void> done = learn(handle);
  if (!done) return done;
  if (key_.empty()) {
    key_ = random_bytes(32);
    const Statement insert = prepare(handle, "INSERT INTO meta (name, value) VALUES (?, ?)");
    if (!insert) return failure(handle);
    sqlite3_bind_text(insert.get(), 1, kKeyName, -1, SQLITE_STATIC);
    sqlite3_bind_blob(insert.get(), 2, key_.data(), static_cast<int>(key_.size()), SQLITE_STATIC);
    if (sqlite3_step(insert.get()) != SQLITE_DONE) return failure(handle);
    anew = true;
  }
  if (anew) {
    const Result<std::vector<Total>> totals = add_up(handle);
    if (!totals) return totals.error();
    std::map<std::string, Total> by_name;
    for (std::size_t i = 0; i < tables_.size(); ++i) by_name[tables_[i].name] = (*totals)[i];
    done = store(by_name);
    if (!done) return done;
  }
  sqlite3_preupdate_hook(handle, &SqliteSeals::changed, this);
  return {};
}

void SqliteSeals::changed(void* self, sqlite3* handle, int operation, const char* /*database*/, const char* table,
                          long long /*former_id*/, long long /*id*/) {
  auto* seals = static_cast<SqliteSeals*>(self);
  const auto known = seals->by_name_.find(std::string_view(table));
  if (known == seals->by_name_.end()) return;
  if (operation != SQLITE_INSERT) seals->note(handle, known->second, true);
  if (operation != SQLITE_DELETE) seals->note(handle, known->second, false);
}

void SqliteSeals::note(sqlite3* handle, std::size_t table, bool former) {
  const std::string hash = row_hash(table, [&](int column) {
    sqlite3_value* value = nullptr;
    const int code =
        former ? sqlite3_preupdate_old(handle, column, &value) : sqlite3_preupdate_new(handle, column, &value);
    return code == SQLITE_OK ? value : nullptr;
  });
  Change change{table, former ? -1 : 1, {}};
  for (std::size_t i = 0; i < change.sum.size(); ++i) {
    const std::uint64_t part = take(hash, 8 * i);
    change.sum[i] = former ? std::uint64_t{0} - part : part;
  }
  changes_.push_back(change);
}

Result<std::vector<SqliteSeals::Total>> SqliteSeals::add_up(sqlite3* handle) const {
  std::vector<Total> totals(tables_.size());
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    const Statement rows = prepare(handle, "SELECT * FROM \"" + tables_[table].name + "\"");
    if (!rows) return failure(handle);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(rows.get())) == SQLITE_ROW) {
      const std::string hash = row_hash(table, [&](int column) { return sqlite3_column_value(rows.get(), column); });
      for (std::size_t i = 0; i < totals[table].sum.size(); ++i) totals[table].sum[i] += take(hash, 8 * i);
      ++totals[table].rows;
    }
    if (code != SQLITE_DONE) return failure(handle);
  }
  return totals;
}

Result<std::map<std::string, SqliteSeals::Total>> SqliteSeals::stored(sqlite3* handle) const {
  std::map<std::string, Total> totals;
  const Statement rows = prepare(handle, "SELECT name, sum, row_count FROM seals");
  if (!rows) return failure(handle);
  while (sqlite3_step(rows.get()) == SQLITE_ROW) {
    const std::string sum = text_of(rows.get(), 1);
    Total total;
    for (std::size_t i = 0; i < total.sum.size() && sum.size() == 8 * total.sum.size(); ++i) {
      total.sum[i] = take(sum, 8 * i);
    }
    total.rows = sqlite3_column_int64(rows.get(), 2);
    totals[text_of(rows.get(), 0)] = total;
  }
  return totals;
}

Result<void> SqliteSeals::store(const std::map<std::string, Total>& totals) {
  const Statement write = prepare(handle_, "INSERT OR REPLACE INTO seals (name, sum, row_count) VALUES (?, ?, ?)");
  if (!write) return failure(handle_);
  for (const auto& [name, total] : totals) {
    std::string sum;
    for (const std::uint64_t part : total.sum) put(sum, part);
    sqlite3_bind_text(write.get(), 1, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
    sqlite3_bind_blob(write.get(), 2, sum.data(), static_cast<int>(sum.size()), SQLITE_STATIC);
    sqlite3_bind_int64(write.get(), 3, total.rows);
    if (sqlite3_step(write.get()) != SQLITE_DONE) return failure(handle_);
    sqlite3_reset(write.get());
  }
  return {};
}

// Reads the sums each time: another process may have written between two of our transactions.
Result<void> SqliteSeals::settle() {
  if (changes_.empty()) return {};
  const Result<std::map<std::string, Total>> before = stored(handle_);
  if (!before) return before.error();
  std::map<std::string, Total> touched;
  for (const Change& change : changes_) {
    const std::string& name = tables_[change.table].name;
    const auto known = before->find(name);
    Total& total = touched.try_emplace(name, known != before->end() ? known->second : Total{}).first->second;
    for (std::size_t i = 0; i < total.sum.size(); ++i) total.sum[i] += change.sum[i];
    total.rows += change.rows;
  }
  changes_.clear();
  return store(touched);
}

Result<void> SqliteSeals::verify(sqlite3* handle) {
  SqliteSeals seals;
  Result<void> learned = seals.learn(handle);
  if (!learned) return learned;
  const Result<std::vector<Total>> found = seals.add_up(handle);
  if (!found) return found.error();
  const Result<std::map<std::string, Total>> wanted = seals.stored(handle);
  if (!wanted) return wanted.error();
  std::string broken;
  for (std::size_t i = 0; i < seals.tables_.size(); ++i) {
    const auto known = wanted->find(seals.tables_[i].name);
    const Total expected = known != wanted->end() ? known->second : Total{};
    if (expected.sum == (*found)[i].sum && expected.rows == (*found)[i].rows) continue;
    broken += (broken.empty() ? "" : ", ") + seals.tables_[i].name;
    const std::int64_t more = (*found)[i].rows - expected.rows;
    if (more != 0) broken += " (" + std::to_string(more) + " rows)";
  }
  if (broken.empty()) return {};
  return make_error(Code::internal, "error.internal", "changed behind the server's back: " + broken);
}

}  // namespace hamandish::server

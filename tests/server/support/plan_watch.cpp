#include "tests/server/support/plan_watch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "server/store/sqlite_connection.h"

namespace hamandish::server {
namespace {

// These never reach 10,000 rows: one per member of staff, per job, per change of the settings, per open form.
constexpr std::array<std::string_view, 12> kSmall = {
    "users", "sessions",       "login_attempts", "jobs",          "meta",          "profile_versions",
    "seals", "recovery_codes", "saved_filters",  "sqlite_master", "sqlite_schema", "pragma_table_info"};

bool is_small(std::string_view table) {
  return std::find(kSmall.begin(), kSmall.end(), table) != kSmall.end();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    if (letter) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The plan names a table by its alias: «FROM cases c» gives «SCAN c».
bool means_small(const std::vector<std::string>& words, const std::string& name) {
  if (is_small(name)) return true;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == name && is_small(words[i - 1])) return true;
  }
  return false;
}

std::atomic<int> pauses{0};

void check(std::string_view sql, const std::vector<std::string>& plan) {
  if (pauses > 0) return;
  const std::string fault = plan_fault(sql, plan);
  if (!fault.empty()) ADD_FAIL_CHECK_AT(__FILE__, __LINE__, fault);
}

const bool installed = [] {
  SqliteConnection::watch_plans(&check);
  return true;
}();

}  // namespace

std::string plan_fault(std::string_view sql, const std::vector<std::string>& plan) {
  if (sql.find("whole table") != std::string_view::npos || sql.starts_with("PRAGMA")) return {};
  const std::vector<std::string> words = words_of(sql);
  // The newest row of all is the first step of a walk along the key.
  const bool newest_only = !has(words, "where") && sql.find("LIMIT 1") != std::string_view::npos;
  for (const std::string& line : plan) {
    const std::vector<std::string> step = words_of(line);
    const bool sorts = line.find("TEMP B-TREE") != std::string::npos;
    const bool constant = line.find("CONSTANT ROW") != std::string::npos;
    const bool virtual_table = line.find("VIRTUAL TABLE") != std::string::npos;
    const bool scans = step.size() > 1 && step[0] == "scan" && !constant && !virtual_table &&
                       !means_small(words, step[1]) && !newest_only;
    const bool small_only = std::all_of(plan.begin(), plan.end(), [&](const std::string& each) {
      const std::vector<std::string> parts = words_of(each);
      return parts.size() < 2 || (parts[0] != "scan" && parts[0] != "search") || means_small(words, parts[1]);
    });
    if (scans || (sorts && !small_only)) return line + " in " + std::string(sql);
  }
  return {};
}

PlanPause::PlanPause() {
  ++pauses;
}
PlanPause::~PlanPause() {
  --pauses;
}

TEST_CASE("a plan that reads or sorts a whole large table is known as such") {
  CHECK(installed);
  CHECK(!plan_fault("SELECT * FROM cases WHERE body = ?", {"SCAN cases"}).empty());
  CHECK(!plan_fault("SELECT * FROM cases c ORDER BY c.name", {"SEARCH c USING INDEX x", "USE TEMP B-TREE FOR ORDER BY"})
             .empty());
  CHECK(!plan_fault("SELECT * FROM cases c WHERE c.kind = ?", {"SCAN c USING COVERING INDEX x"}).empty());
  CHECK(plan_fault("SELECT * FROM users u ORDER BY u.name", {"SCAN u", "USE TEMP B-TREE FOR ORDER BY"}).empty());
  CHECK(plan_fault("SELECT hash FROM case_events ORDER BY id DESC LIMIT 1", {"SCAN case_events"}).empty());
  CHECK(plan_fault("SELECT 1 /* whole table */ FROM cases", {"SCAN cases"}).empty());
  CHECK(
      plan_fault("SELECT rowid FROM case_words WHERE case_words MATCH ?", {"SCAN case_words VIRTUAL TABLE INDEX 0:M1"})
          .empty());
}

}  // namespace hamandish::server

// Reports as they were made: rows are only ever added.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct StoredReport {
  std::string name;
  std::string month;  // 1405-08
  std::int64_t version = 0;
  Instant made_at;
  std::optional<std::int64_t> user_id;  // nothing: the server by itself
  std::string user_name{};              // read only
  std::string reason{};                 // of a correction
  std::int64_t profile_version = 0;
  std::string figures{};   // JSON; empty in lists
  std::string document{};  // the same
};

// False if that version is there already.
Result<bool> insert_report(Transaction& transaction, const StoredReport& report);

// version 0: the newest.
Result<std::optional<StoredReport>> stored_report(Reader& reader, std::string_view name, std::string_view month,
                                                  std::int64_t version);
struct ReportMark {
  StoredReport report;
  bool opened = false;  // by this user
};
// The newest month first, of one month the newest version first.
Result<std::vector<ReportMark>> stored_reports(Reader& reader, std::string_view name, std::int64_t user_id, int limit);
Result<void> note_report_look(Transaction& transaction, std::int64_t user_id, const StoredReport& report, Instant at);

}  // namespace hamandish::server

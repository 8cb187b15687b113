#include "server/store/reports_store.h"

#include <utility>

namespace hamandish::server {
namespace {

StoredReport read_report(const Row& row) {
  StoredReport report;
  report.name = row.text(0);
  report.month = row.text(1);
  report.version = row.integer(2);
  report.made_at = Instant{row.integer(3)};
  if (!row.is_null(4)) report.user_id = row.integer(4);
  report.user_name = row.text(5);
  report.reason = row.text(6);
  report.profile_version = row.integer(7);
  return report;
}

}  // namespace

Result<bool> insert_report(Transaction& transaction, const StoredReport& report) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO stored_reports (
          name,
          month,
          version,
          made_at,
          user_id,
          reason,
          profile_version,
          figures,
          document
        )
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
      )sql",
      {report.name, report.month, report.version, report.made_at.milliseconds,
       report.user_id ? Bound(*report.user_id) : Bound(nullptr), Bound::text_or_null(report.reason),
       report.profile_version, report.figures, report.document});
  if (!done) return done.error();
  return *done > 0;
}

Result<std::optional<StoredReport>> stored_report(Reader& reader, std::string_view name, std::string_view month,
                                                  std::int64_t version) {
  std::optional<StoredReport> found;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT
          r.name,
          r.month,
          r.version,
          r.made_at,
          r.user_id,
          u.name,
          r.reason,
          r.profile_version,
          r.figures,
          r.document
        FROM stored_reports r
        LEFT JOIN users u ON u.id = r.user_id
        WHERE r.name = ? AND r.month = ? AND (? = 0 OR r.version = ?)
        ORDER BY r.version DESC
        LIMIT 1
      )sql",
      {name, month, version, version}, [&found](const Row& row) {
        found = read_report(row);
        found->figures = row.text(8);
        found->document = row.text(9);
      });
  if (!done) return done.error();
  return found;
}

Result<std::vector<ReportMark>> stored_reports(Reader& reader, std::string_view name, std::int64_t user_id, int limit) {
  std::vector<ReportMark> reports;
  Result<void> done = reader.query(
      R"sql(
        SELECT
          r.name,
          r.month,
          r.version,
          r.made_at,
          r.user_id,
          u.name,
          r.reason,
          r.profile_version,
          l.at
        FROM stored_reports r
        LEFT JOIN users u ON u.id = r.user_id
        LEFT JOIN report_looks l
          ON l.user_id = ? AND l.name = r.name AND l.month = r.month AND l.version = r.version
        WHERE r.name = ?
        ORDER BY r.month DESC, r.version DESC
        LIMIT ?
      )sql",
      {user_id, name, limit}, [&reports](const Row& row) {
        reports.push_back({read_report(row), !row.is_null(8)});
        return true;
      });
  if (!done) return done.error();
  return reports;
}

Result<void> note_report_look(Transaction& transaction, std::int64_t user_id, const StoredReport& report, Instant at) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO report_looks (
          user_id,
          name,
          month,
          version,
          at
        )
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
      )sql",
      {user_id, report.name, report.month, report.version, at.milliseconds});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

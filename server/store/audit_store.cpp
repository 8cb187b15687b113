#include "server/store/audit_store.h"

#include <limits>

namespace hamandish::server {

Result<void> insert_audit(Transaction& transaction, const AuditRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO audit (
          at,
          user_id,
          area,
          subject,
          action,
          before,
          after)
        VALUES (?, ?, ?, ?, ?, ?, ?)
      )sql",
      {row.at.milliseconds, row.user_id ? Bound(*row.user_id) : Bound(nullptr), row.area, row.subject, row.action,
       Bound::text_or_null(row.before), Bound::text_or_null(row.after)});
  if (!done) return done.error();
  return {};
}

Result<std::vector<AuditRow>> list_audit(Reader& reader, std::int64_t before_id, std::int64_t limit) {
  std::vector<AuditRow> rows;
  const std::int64_t before = before_id == 0 ? std::numeric_limits<std::int64_t>::max() : before_id;
  const Result<void> done = reader.query(
      R"sql(
        SELECT
          a.id,
          a.at,
          a.user_id,
          u.name,
          a.area,
          a.subject,
          a.action,
          a.before,
          a.after
        FROM audit a
        LEFT JOIN users u ON u.id = a.user_id
        WHERE a.id < ?
        ORDER BY a.id DESC
        LIMIT ?
      )sql",
      {before, limit}, [&](const Row& row) {
        AuditRow found;
        found.id = row.integer(0);
        found.at = Instant{row.integer(1)};
        if (!row.is_null(2)) found.user_id = row.integer(2);
        found.user_name = row.copy(3);
        found.area = row.copy(4);
        found.subject = row.copy(5);
        found.action = row.copy(6);
        found.before = row.copy(7);
        found.after = row.copy(8);
        rows.push_back(std::move(found));
        return true;
      });
  if (!done) return done.error();
  return rows;
}

}  // namespace hamandish::server

#include "server/store/clocks_store.h"

namespace hamandish::server {
namespace {

Day day_of(const Row& row, int column) {
  return Day{static_cast<std::int32_t>(row.integer(column))};
}

ClockRow read_clock(const Row& row) {
  ClockRow found;
  found.case_id = row.integer(0);
  found.clock.started_at = Instant{row.integer(1)};
  found.clock.days = static_cast<int>(row.integer(2));
  found.clock.due_on = day_of(row, 3);
  found.clock.legal_on = day_of(row, 4);
  found.clock.told = static_cast<int>(row.integer(5));
  found.clock.first_reply_due = Instant{row.integer(6)};
  if (!row.is_null(7)) found.clock.waiting_since = day_of(row, 7);
  return found;
}

// The columns in the order of read_clock.
constexpr std::string_view kSelect = R"sql(
    SELECT
      case_id,
      started_at,
      days,
      due_on,
      legal_on,
      told,
      first_reply_due,
      waiting_since
    FROM case_clocks
  )sql";

Result<std::vector<ClockRow>> all(Reader& reader, std::string_view condition, std::initializer_list<Bound> bounds) {
  std::vector<ClockRow> rows;
  const Result<void> done = reader.query(std::string(kSelect) + std::string(condition), bounds, [&](const Row& row) {
    rows.push_back(read_clock(row));
    return true;
  });
  if (!done) return done.error();
  return rows;
}

}  // namespace

Result<std::optional<CaseClock>> clock_of(Reader& reader, std::int64_t case_id) {
  const Result<std::vector<ClockRow>> rows = all(reader, "WHERE case_id = ?", {case_id});
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<CaseClock>();
  return std::optional<CaseClock>(rows->front().clock);
}

Result<void> set_clock(Transaction& transaction, const ClockRow& row, const std::optional<Ringing>& next) {
  const CaseClock& clock = row.clock;
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO case_clocks (
          case_id,
          started_at,
          days,
          due_on,
          legal_on,
          told,
          first_reply_due,
          waiting_since,
          next_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (case_id) DO UPDATE
        SET
          started_at = excluded.started_at,
          days = excluded.days,
          due_on = excluded.due_on,
          legal_on = excluded.legal_on,
          told = excluded.told,
          first_reply_due = excluded.first_reply_due,
          waiting_since = excluded.waiting_since,
          next_at = excluded.next_at
      )sql",
      {row.case_id, clock.started_at.milliseconds, clock.days, std::int64_t{clock.due_on.number},
       std::int64_t{clock.legal_on.number}, clock.told, clock.first_reply_due.milliseconds,
       clock.waiting_since ? Bound(std::int64_t{clock.waiting_since->number}) : Bound(nullptr),
       next ? Bound(next->at.milliseconds) : Bound(nullptr)});
  if (!done) return done.error();
  return {};
}

Result<void> delete_clock(Transaction& transaction, std::int64_t case_id) {
  const Result<std::int64_t> done = transaction.execute("DELETE FROM case_clocks WHERE case_id = ?", {case_id});
  if (!done) return done.error();
  return {};
}

Result<std::vector<ClockRow>> due_clocks(Reader& reader, Instant now, std::int64_t limit) {
  return all(reader, "WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?", {now.milliseconds, limit});
}

Result<std::vector<ClockRow>> clocks_after(Reader& reader, std::int64_t case_id, std::int64_t limit) {
  return all(reader, "WHERE case_id > ? ORDER BY case_id LIMIT ?", {case_id, limit});
}

Result<std::optional<CaseFacts>> case_facts(Reader& reader, std::int64_t case_id) {
  std::optional<CaseFacts> found;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT
          kind,
          state,
          unit_id,
          tracking_code,
          due_on
        FROM cases
        WHERE id = ?
      )sql",
      {case_id}, [&](const Row& row) {
        found = CaseFacts{case_kind_from(row.text(0)).value_or(CaseKind::complaint),
                          case_state_from(row.text(1)).value_or(CaseState::registered), row.copy(2), row.copy(3),
                          day_of(row, 4)};
      });
  if (!done) return done.error();
  return found;
}

Result<void> set_due_on(Transaction& transaction, std::int64_t case_id, Day due_on) {
  const Result<std::int64_t> done =
      transaction.execute("UPDATE cases SET due_on = ? WHERE id = ?", {std::int64_t{due_on.number}, case_id});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

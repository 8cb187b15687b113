#include "server/store/cases_store.h"

#include <algorithm>
#include <iterator>

#include "shared/cases/transitions.h"

namespace hamandish::server {
namespace {

Bound day_bound(Day day) {
  return std::int64_t{day.number};
}

Day day_at(const Row& row, int at) {
  return Day{static_cast<std::int32_t>(row.integer(at))};
}

Priority priority_at(const Row& row, int at) {
  return static_cast<Priority>(std::clamp<std::int64_t>(row.integer(at), 0, std::ssize(kPriorities) - 1));
}

// A column of the table: what is written to it, and what is read from it. A new column is one line here, one in
// CaseRow and one in a migration.
struct Column {
  std::string_view name;
  Bound (*bound)(const CaseRow&);
  void (*read)(CaseRow&, const Row&, int);
  bool citizen = false;  // stands on the citizen's page, or opens it
};

constexpr Column kColumns[] = {
    {"id", [](const CaseRow& row) -> Bound { return row.id; },
     [](CaseRow& row, const Row& from, int at) { row.id = from.integer(at); }, true},
    {"version", [](const CaseRow& row) -> Bound { return row.version; },
     [](CaseRow& row, const Row& from, int at) { row.version = from.integer(at); }},
    {"tracking_code", [](const CaseRow& row) -> Bound { return row.tracking_code; },
     [](CaseRow& row, const Row& from, int at) { row.tracking_code = from.copy(at); }, true},
    {"mobile", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.mobile); },
     [](CaseRow& row, const Row& from, int at) { row.mobile = from.copy(at); }, true},
    {"unit_id", [](const CaseRow& row) -> Bound { return row.unit_id; },
     [](CaseRow& row, const Row& from, int at) { row.unit_id = from.copy(at); }, true},
    {"kind", [](const CaseRow& row) -> Bound { return wire_name(row.kind); },
     [](CaseRow& row, const Row& from, int at) {
       row.kind = case_kind_from(from.text(at)).value_or(CaseKind::complaint);
     },
     true},
    {"state", [](const CaseRow& row) -> Bound { return wire_name(row.state); },
     [](CaseRow& row, const Row& from, int at) {
       row.state = case_state_from(from.text(at)).value_or(CaseState::registered);
     },
     true},
    {"is_open", [](const CaseRow& row) -> Bound { return is_open(row.state); }, [](CaseRow&, const Row&, int) {}},
    {"anonymous", [](const CaseRow& row) -> Bound { return row.anonymous; },
     [](CaseRow& row, const Row& from, int at) { row.anonymous = from.integer(at) != 0; }},
    {"registered_at", [](const CaseRow& row) -> Bound { return row.registered_at.milliseconds; },
     [](CaseRow& row, const Row& from, int at) { row.registered_at = Instant{from.integer(at)}; }, true},
    {"due_on", [](const CaseRow& row) -> Bound { return day_bound(row.due_on); },
     [](CaseRow& row, const Row& from, int at) { row.due_on = day_at(from, at); }, true},
    {"attachment_count", [](const CaseRow& row) -> Bound { return row.attachment_count; },
     [](CaseRow& row, const Row& from, int at) { row.attachment_count = from.integer(at); }, true},
    {"category_id", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.category_id); },
     [](CaseRow& row, const Row& from, int at) { row.category_id = from.copy(at); }},
    {"first_name", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.first_name); },
     [](CaseRow& row, const Row& from, int at) { row.first_name = from.copy(at); }},
    {"last_name", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.last_name); },
     [](CaseRow& row, const Row& from, int at) { row.last_name = from.copy(at); }},
    {"national_id", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.national_id); },
     [](CaseRow& row, const Row& from, int at) { row.national_id = from.copy(at); }},
    {"email", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.email); },
     [](CaseRow& row, const Row& from, int at) { row.email = from.copy(at); }},
    {"assigned_to",
     [](const CaseRow& row) -> Bound { return row.assigned_to ? Bound(*row.assigned_to) : Bound(nullptr); },
     [](CaseRow& row, const Row& from, int at) {
       if (!from.is_null(at)) row.assigned_to = from.integer(at);
     }},
    {"priority", [](const CaseRow& row) -> Bound { return static_cast<int>(row.priority); },
     [](CaseRow& row, const Row& from, int at) { row.priority = priority_at(from, at); }},
    {"unit_due_on",
     [](const CaseRow& row) -> Bound { return row.unit_due_on ? day_bound(*row.unit_due_on) : Bound(nullptr); },
     [](CaseRow& row, const Row& from, int at) {
       if (!from.is_null(at)) row.unit_due_on = day_at(from, at);
     }},
    {"channel", [](const CaseRow& row) -> Bound { return wire_name(row.channel); },
     [](CaseRow& row, const Row& from, int at) { row.channel = intake_from(from.text(at)).value_or(Intake::web); }},
    {"outcome",
     [](const CaseRow& row) -> Bound { return row.outcome ? Bound(wire_name(*row.outcome)) : Bound(nullptr); },
     [](CaseRow& row, const Row& from, int at) { row.outcome = outcome_from(from.text(at)); }},
    {"merged_into",
     [](const CaseRow& row) -> Bound { return row.merged_into ? Bound(*row.merged_into) : Bound(nullptr); },
     [](CaseRow& row, const Row& from, int at) {
       if (!from.is_null(at)) row.merged_into = from.integer(at);
     }},
    {"redacted", [](const CaseRow& row) -> Bound { return row.redacted; },
     [](CaseRow& row, const Row& from, int at) { row.redacted = from.integer(at) != 0; }},
    {"request_key",
     [](const CaseRow& row) -> Bound {
       return row.request_key.empty() ? Bound(nullptr) : Bound::bytes(row.request_key);
     },
     [](CaseRow& row, const Row& from, int at) { row.request_key = from.copy(at); }},
    {"request_hash",
     [](const CaseRow& row) -> Bound {
       return row.request_hash.empty() ? Bound(nullptr) : Bound::bytes(row.request_hash);
     },
     [](CaseRow& row, const Row& from, int at) { row.request_hash = from.copy(at); }},
    {"subject", [](const CaseRow& row) -> Bound { return row.subject; },
     [](CaseRow& row, const Row& from, int at) { row.subject = from.copy(at); }, true},
    {"other_answers", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.other_answers); },
     [](CaseRow& row, const Row& from, int at) { row.other_answers = from.copy(at); }},
    {"objection_to", [](const CaseRow& row) -> Bound { return Bound::text_or_null(row.objection_to); },
     [](CaseRow& row, const Row& from, int at) { row.objection_to = from.copy(at); }, true},
    {"objection_against",
     [](const CaseRow& row) -> Bound { return row.objection_against ? Bound(*row.objection_against) : Bound(nullptr); },
     [](CaseRow& row, const Row& from, int at) {
       if (!from.is_null(at)) row.objection_against = from.integer(at);
     }},
    {"body", [](const CaseRow& row) -> Bound { return row.body; },
     [](CaseRow& row, const Row& from, int at) { row.body = from.copy(at); }, true},
};

enum class Columns { all, citizen };

bool is_among(const Column& column, Columns wanted) {
  return wanted == Columns::all || column.citizen;
}

CaseRow read_case(const Row& row, Columns wanted) {
  CaseRow found;
  int at = 0;
  for (const Column& column : kColumns) {
    if (is_among(column, wanted)) column.read(found, row, at++);
  }
  return found;
}

std::string column_names(Columns wanted) {
  std::string names;
  for (const Column& column : kColumns) {
    if (!is_among(column, wanted)) continue;
    if (!names.empty()) names += ", ";
    names += column.name;
  }
  return names;
}

std::string select_case(std::string_view condition, Columns wanted = Columns::all) {
  return "SELECT " + column_names(wanted) + " FROM cases WHERE " + std::string(condition);
}

std::string insert_statement() {
  std::string marks;
  for (std::size_t i = 0; i < std::size(kColumns); ++i) marks += i == 0 ? "?" : ", ?";
  return "INSERT INTO cases (" + column_names(Columns::all) + ") VALUES (" + marks + ") ON CONFLICT DO NOTHING";
}

Result<std::optional<CaseRow>> one_case(Reader& reader, std::string_view sql, const Bound& bound,
                                        Columns wanted = Columns::all) {
  std::optional<CaseRow> found;
  const Result<bool> done = reader.first(sql, {bound}, [&](const Row& row) { found = read_case(row, wanted); });
  if (!done) return done.error();
  return found;
}

CaseSummary read_summary(const Row& row) {
  CaseSummary summary;
  summary.id = row.integer(0);
  summary.kind = case_kind_from(row.text(1)).value_or(CaseKind::complaint);
  summary.state = case_state_from(row.text(2)).value_or(CaseState::registered);
  summary.subject = row.copy(3);
  summary.first_name = row.copy(4);
  summary.last_name = row.copy(5);
  summary.category_id = row.copy(6);
  summary.unit_id = row.copy(7);
  summary.registered_at = Instant{row.integer(8)};
  summary.due_on = day_at(row, 9);
  summary.priority = priority_at(row, 10);
  summary.objected = !row.is_null(11) && is_open(summary.state);
  summary.assigned_name = row.copy(12);
  summary.first_reply_due = Instant{row.integer(13)};
  return summary;
}

constexpr std::string_view kSelectSummary = R"sql(
    SELECT
      c.id,
      c.kind,
      c.state,
      c.subject,
      c.first_name,
      c.last_name,
      c.category_id,
      c.unit_id,
      c.registered_at,
      c.due_on,
      c.priority,
      c.objection_to,
      u.name,
      k.first_reply_due
    FROM cases c
    LEFT JOIN users u ON u.id = c.assigned_to
    LEFT JOIN case_clocks k ON k.case_id = c.id AND k.waiting_since IS NULL
    WHERE c.id = ?
  )sql";

}  // namespace

Result<bool> insert_case(Transaction& transaction, const CaseRow& row) {
  static const std::string kSql = insert_statement();
  std::vector<Bound> bounds;
  bounds.reserve(std::size(kColumns));
  for (const Column& column : kColumns) bounds.push_back(column.bound(row));
  const Result<std::int64_t> done = transaction.execute(kSql, bounds);
  if (!done) return done.error();
  return *done == 1;
}

Result<std::optional<CaseRow>> case_by_id(Reader& reader, std::int64_t id) {
  static const std::string kSql = select_case("id = ?");
  return one_case(reader, kSql, id);
}

Result<std::optional<CaseRow>> case_by_code(Reader& reader, std::string_view tracking_code) {
  static const std::string kSql = select_case("tracking_code = ?");
  return one_case(reader, kSql, tracking_code);
}

Result<std::optional<CaseRow>> case_for_citizen(Reader& reader, std::string_view tracking_code) {
  static const std::string kSql = select_case("tracking_code = ?", Columns::citizen);
  return one_case(reader, kSql, tracking_code, Columns::citizen);
}

Result<std::optional<CaseRow>> case_by_request(Reader& reader, std::string_view request_key) {
  static const std::string kSql = select_case("request_key = ?");
  return one_case(reader, kSql, Bound::bytes(request_key));
}

Result<bool> change_case(Transaction& transaction, const CaseRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        UPDATE cases
        SET
          version = version + 1,
          unit_id = ?,
          state = ?,
          is_open = ?,
          due_on = ?,
          assigned_to = ?,
          priority = ?,
          unit_due_on = ?,
          outcome = ?,
          merged_into = ?,
          objection_to = ?,
          objection_against = ?
        WHERE id = ? AND version = ?
      )sql",
      {row.unit_id, wire_name(row.state), is_open(row.state), day_bound(row.due_on),
       row.assigned_to ? Bound(*row.assigned_to) : Bound(nullptr), static_cast<int>(row.priority),
       row.unit_due_on ? day_bound(*row.unit_due_on) : Bound(nullptr),
       row.outcome ? Bound(wire_name(*row.outcome)) : Bound(nullptr),
       row.merged_into ? Bound(*row.merged_into) : Bound(nullptr), Bound::text_or_null(row.objection_to),
       row.objection_against ? Bound(*row.objection_against) : Bound(nullptr), row.id, row.version});
  if (!done) return done.error();
  return *done == 1;
}

Result<void> redact_case(Transaction& transaction, std::int64_t id) {
  const Result<std::int64_t> done = transaction.execute("UPDATE cases SET body = '', redacted = 1 WHERE id = ?", {id});
  if (!done) return done.error();
  return {};
}

Result<std::int64_t> greatest_case_id(Reader& reader) {
  std::int64_t id = 0;
  const Result<bool> done =
      reader.first("SELECT id FROM cases ORDER BY id DESC LIMIT 1", {}, [&](const Row& row) { id = row.integer(0); });
  if (!done) return done.error();
  return id;
}

Result<std::optional<CaseSummary>> case_summary(Reader& reader, std::int64_t id) {
  std::optional<CaseSummary> summary;
  const Result<bool> done = reader.first(kSelectSummary, {id}, [&](const Row& row) { summary = read_summary(row); });
  if (!done) return done.error();
  return summary;
}

Result<bool> any_case_before(Reader& reader, std::int64_t id) {
  return reader.first("SELECT id FROM cases WHERE id < ? ORDER BY id LIMIT 1", {id}, [](const Row&) {});
}

Result<bool> any_case_of_unit(Reader& reader, std::string_view unit_id) {
  return reader.first("SELECT 1 FROM cases WHERE unit_id = ? LIMIT 1", {unit_id}, [](const Row&) {});
}

}  // namespace hamandish::server

#include "server/store/cases_store.h"

#include <limits>

namespace hamandish::server {
namespace {

CaseRow read_case(const Row& row) {
  CaseRow found;
  found.id = row.integer(0);
  found.version = row.integer(1);
  found.tracking_code = row.copy(2);
  found.mobile = row.copy(3);
  found.unit_id = row.copy(4);
  found.kind = case_kind_from(row.text(5)).value_or(CaseKind::complaint);
  found.state = case_state_from(row.text(6)).value_or(CaseState::registered);
  found.anonymous = row.integer(7) != 0;
  found.registered_at = Instant{row.integer(8)};
  found.due_on = Day{static_cast<std::int32_t>(row.integer(9))};
  found.attachment_count = row.integer(10);
  found.category_id = row.copy(11);
  found.first_name = row.copy(12);
  found.last_name = row.copy(13);
  found.national_id = row.copy(14);
  found.email = row.copy(15);
  found.request_hash = row.copy(16);
  found.subject = row.copy(17);
  found.other_answers = row.copy(18);
  found.body = row.copy(19);
  found.objection_to = row.copy(20);
  if (!row.is_null(21)) found.objection_against = row.integer(21);
  return found;
}

// The columns in the order of read_case.
constexpr std::string_view kSelectCase = R"sql(
    SELECT
      id,
      version,
      tracking_code,
      mobile,
      unit_id,
      kind,
      state,
      anonymous,
      registered_at,
      due_on,
      attachment_count,
      category_id,
      first_name,
      last_name,
      national_id,
      email,
      request_hash,
      subject,
      other_answers,
      body,
      objection_to,
      objection_against
    FROM cases
  )sql";

Result<std::optional<CaseRow>> one_case(Reader& reader, std::string_view sql, const Bound& bound) {
  std::optional<CaseRow> found;
  const Result<bool> done = reader.first(sql, {bound}, [&](const Row& row) { found = read_case(row); });
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
  summary.due_on = Day{static_cast<std::int32_t>(row.integer(9))};
  return summary;
}

constexpr std::string_view kSelectSummaries = R"sql(
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
      c.due_on
    FROM cases c
    WHERE c.id < ?
  )sql";

}  // namespace

Result<bool> insert_case(Transaction& transaction, const CaseRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO cases (
          id,
          version,
          tracking_code,
          mobile,
          unit_id,
          kind,
          state,
          anonymous,
          registered_at,
          due_on,
          attachment_count,
          category_id,
          first_name,
          last_name,
          national_id,
          email,
          request_key,
          request_hash,
          subject,
          other_answers,
          body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
      )sql",
      {row.id,
       row.version,
       row.tracking_code,
       Bound::text_or_null(row.mobile),
       row.unit_id,
       wire_name(row.kind),
       wire_name(row.state),
       row.anonymous,
       row.registered_at.milliseconds,
       std::int64_t{row.due_on.number},
       row.attachment_count,
       Bound::text_or_null(row.category_id),
       Bound::text_or_null(row.first_name),
       Bound::text_or_null(row.last_name),
       Bound::text_or_null(row.national_id),
       Bound::text_or_null(row.email),
       row.request_key.empty() ? Bound(nullptr) : Bound::bytes(row.request_key),
       row.request_hash.empty() ? Bound(nullptr) : Bound::bytes(row.request_hash),
       row.subject,
       Bound::text_or_null(row.other_answers),
       row.body});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::optional<CaseRow>> case_by_id(Reader& reader, std::int64_t id) {
  return one_case(reader, std::string(kSelectCase) + "WHERE id = ?", id);
}

Result<std::optional<CaseRow>> case_by_code(Reader& reader, std::string_view tracking_code) {
  return one_case(reader, std::string(kSelectCase) + "WHERE tracking_code = ?", tracking_code);
}

Result<std::optional<CaseRow>> case_by_request(Reader& reader, std::string_view request_key) {
  return one_case(reader, std::string(kSelectCase) + "WHERE request_key = ?", Bound::bytes(request_key));
}

Result<bool> move_case(Transaction& transaction, std::int64_t id, std::int64_t version, std::string_view unit_id,
                       CaseState state) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        UPDATE cases
        SET
          unit_id = ?,
          state = ?,
          version = version + 1
        WHERE id = ? AND version = ?
      )sql",
      {unit_id, wire_name(state), id, version});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::int64_t> greatest_case_id(Reader& reader) {
  std::int64_t id = 0;
  const Result<bool> done =
      reader.first("SELECT id FROM cases ORDER BY id DESC LIMIT 1", {}, [&](const Row& row) { id = row.integer(0); });
  if (!done) return done.error();
  return id;
}

Result<std::vector<CaseSummary>> list_cases(Reader& reader, const CaseFilter& filter) {
  std::string sql(kSelectSummaries);
  std::vector<Bound> bounds = {filter.before_id == 0 ? std::numeric_limits<std::int64_t>::max() : filter.before_id};
  const auto restrict_to = [&](std::string_view condition, Bound bound) {
    sql += " AND ";
    sql += condition;
    bounds.push_back(bound);
  };
  if (!filter.unit_id.empty()) restrict_to("c.unit_id = ?", filter.unit_id);
  if (!filter.tracking_code.empty()) restrict_to("c.tracking_code = ?", filter.tracking_code);
  if (filter.state) restrict_to("c.state = ?", wire_name(*filter.state));
  if (filter.kind) restrict_to("c.kind = ?", wire_name(*filter.kind));
  const std::string words = reader.search_value(filter.words);
  if (!words.empty()) restrict_to(reader.search_condition(), words);
  sql += " ORDER BY c.id DESC LIMIT ?";
  bounds.push_back(filter.limit);

  std::vector<CaseSummary> summaries;
  const Result<void> done = reader.query(sql, bounds, [&](const Row& row) {
    summaries.push_back(read_summary(row));
    return true;
  });
  if (!done) return done.error();
  return summaries;
}

}  // namespace hamandish::server

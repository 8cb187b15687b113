#include "server/store/drafts_store.h"

#include "server/base/random.h"

namespace hamandish::server {
namespace {

// The columns in the order of read_draft.
constexpr std::string_view kSelectDraft = R"sql(
    SELECT
      id,
      version,
      state,
      kind,
      origin,
      title,
      purpose,
      affects,
      unit_id,
      days,
      days_reason,
      opens_on,
      closes_on,
      was_open,
      text_hash,
      issue_number,
      issued_on,
      end_reason,
      comment_count
    FROM drafts
  )sql";

Day day_of(const Row& row, int column) {
  return Day{static_cast<std::int32_t>(row.integer(column))};
}

DraftRow read_draft(const Row& row) {
  DraftRow draft;
  draft.id = row.integer(0);
  draft.version = row.integer(1);
  draft.state = draft_state_from(row.text(2)).value_or(DraftState::prepared);
  draft.kind = draft_kind_from(row.text(3)).value_or(DraftKind::circular);
  draft.origin = draft_origin_from(row.text(4)).value_or(DraftOrigin::own);
  draft.title = row.copy(5);
  draft.purpose = row.copy(6);
  draft.affects = row.copy(7);
  draft.unit_id = row.copy(8);
  draft.days = static_cast<int>(row.integer(9));
  draft.days_reason = row.copy(10);
  if (!row.is_null(11)) draft.window = ConsultationWindow{day_of(row, 11), day_of(row, 12)};
  draft.was_open = row.integer(13) != 0;
  draft.text_hash = row.copy(14);
  draft.issue_number = row.copy(15);
  if (!row.is_null(16)) draft.issued_on = day_of(row, 16);
  draft.end_reason = row.copy(17);
  draft.comment_count = row.integer(18);
  return draft;
}

// The greatest id: for «from the newest» in the same statement as for a cursor.
constexpr std::int64_t kNewest = INT64_MAX;

Result<std::vector<DraftRow>> many_drafts(Reader& reader, const std::string& sql, std::initializer_list<Bound> bounds) {
  std::vector<DraftRow> drafts;
  const Result<void> done = reader.query(sql, bounds, [&](const Row& row) {
    drafts.push_back(read_draft(row));
    return true;
  });
  if (!done) return done.error();
  return drafts;
}

Bound opens_on(const DraftRow& row) {
  return row.window ? Bound(row.window->opens_on.number) : Bound(nullptr);
}
Bound closes_on(const DraftRow& row) {
  return row.window ? Bound(row.window->closes_on.number) : Bound(nullptr);
}
Bound issued_on(const DraftRow& row) {
  return row.issued_on ? Bound(row.issued_on->number) : Bound(nullptr);
}
Bound bytes_or_null(std::string_view bytes) {
  return bytes.empty() ? Bound(nullptr) : Bound::bytes(bytes);
}

void append_part(std::string& bytes, std::string_view part) {
  bytes += std::to_string(part.size());
  bytes += ':';
  bytes += part;
}

std::string step_hash(std::string_view previous, const DraftStepRow& step) {
  std::string bytes(previous);
  append_part(bytes, std::to_string(step.draft_id));
  append_part(bytes, wire_name(step.step));
  append_part(bytes, std::to_string(step.at.milliseconds));
  append_part(bytes, step.user_id ? std::to_string(*step.user_id) : std::string());
  append_part(bytes, step.text);
  append_part(bytes, step.text_hash);
  return sha256(bytes);
}

std::optional<DraftStep> step_from(std::string_view name) {
  for (const DraftStep step : kDraftSteps) {
    if (wire_name(step) == name) return step;
  }
  return std::nullopt;
}

// Columns: draft_id, step, at, user_id, text, text_hash.
DraftStepRow read_step(const Row& row) {
  DraftStepRow step;
  step.draft_id = row.integer(0);
  step.step = step_from(row.text(1)).value_or(DraftStep::edit);
  step.at = Instant{row.integer(2)};
  if (!row.is_null(3)) step.user_id = row.integer(3);
  step.text = row.copy(4);
  step.text_hash = row.copy(5);
  return step;
}

}  // namespace

std::string hash_of(const Clauses& clauses) {
  std::string bytes;
  for (const Clause& clause : clauses) {
    append_part(bytes, clause.id);
    append_part(bytes, wire_name(clause.kind));
    append_part(bytes, clause.name);
    append_part(bytes, clause.text);
  }
  return sha256(bytes);
}

Result<std::int64_t> insert_draft(Transaction& transaction, const DraftRow& row) {
  std::int64_t id = 0;
  const Result<bool> done = transaction.first(
      R"sql(
        INSERT INTO drafts (
          version,
          state,
          kind,
          origin,
          title,
          purpose,
          affects,
          unit_id,
          days,
          days_reason,
          opens_on,
          closes_on,
          was_open,
          text_hash,
          comment_count)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        RETURNING id
      )sql",
      {wire_name(row.state), wire_name(row.kind), wire_name(row.origin), row.title, row.purpose, row.affects,
       row.unit_id, row.days, Bound::text_or_null(row.days_reason), opens_on(row), closes_on(row), row.was_open,
       bytes_or_null(row.text_hash)},
      [&](const Row& inserted) { id = inserted.integer(0); });
  if (!done) return done.error();
  return id;
}

Result<bool> update_draft(Transaction& transaction, const DraftRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        UPDATE drafts SET
          version = version + 1,
          state = ?,
          kind = ?,
          origin = ?,
          title = ?,
          purpose = ?,
          affects = ?,
          unit_id = ?,
          days = ?,
          days_reason = ?,
          opens_on = ?,
          closes_on = ?,
          was_open = ?,
          text_hash = ?,
          issue_number = ?,
          issued_on = ?,
          end_reason = ?
        WHERE id = ? AND version = ?
      )sql",
      {wire_name(row.state), wire_name(row.kind), wire_name(row.origin), row.title, row.purpose, row.affects,
       row.unit_id, row.days, Bound::text_or_null(row.days_reason), opens_on(row), closes_on(row), row.was_open,
       bytes_or_null(row.text_hash), Bound::text_or_null(row.issue_number), issued_on(row),
       Bound::text_or_null(row.end_reason), row.id, row.version});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::optional<DraftRow>> draft_by_id(Reader& reader, std::int64_t id) {
  static const std::string kSql = std::string(kSelectDraft) + "WHERE id = ?";
  std::optional<DraftRow> found;
  const Result<bool> done = reader.first(kSql, {id}, [&](const Row& row) { found = read_draft(row); });
  if (!done) return done.error();
  return found;
}

Result<void> write_clauses(Transaction& transaction, std::int64_t draft_id, Edition edition, const Clauses& clauses) {
  const int number = edition == Edition::proposed ? 0 : 1;
  const Result<std::int64_t> removed =
      transaction.execute("DELETE FROM draft_clauses WHERE draft_id = ? AND edition = ?", {draft_id, number});
  if (!removed) return removed.error();
  std::int64_t position = 0;
  for (const Clause& clause : clauses) {
    const Result<std::int64_t> done = transaction.execute(
        R"sql(
          INSERT INTO draft_clauses (draft_id, edition, position, id, kind, name, body)
          VALUES (?, ?, ?, ?, ?, ?, ?)
        )sql",
        {draft_id, number, position++, clause.id, wire_name(clause.kind), clause.name, clause.text});
    if (!done) return done.error();
  }
  return {};
}

Result<Clauses> clauses_of(Reader& reader, std::int64_t draft_id, Edition edition) {
  Clauses clauses;
  const Result<void> done = reader.query(
      R"sql(
        SELECT kind, id, name, body
        FROM draft_clauses
        WHERE draft_id = ? AND edition = ?
        ORDER BY position
      )sql",
      {draft_id, edition == Edition::proposed ? 0 : 1}, [&](const Row& row) {
        clauses.push_back(
            {clause_kind_from(row.text(0)).value_or(ClauseKind::article), row.copy(1), row.copy(2), row.copy(3)});
        return true;
      });
  if (!done) return done.error();
  return clauses;
}

Result<std::vector<DraftRow>> drafts_in(Reader& reader, DraftState state, std::int64_t before, int limit) {
  static const std::string kSql = std::string(kSelectDraft) + "WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?";
  return many_drafts(reader, kSql, {wire_name(state), before == 0 ? kNewest : before, limit});
}

Result<std::vector<DraftRow>> opened_drafts_in(Reader& reader, DraftState state, std::int64_t before, int limit) {
  static const std::string kSql =
      std::string(kSelectDraft) + "WHERE state = ? AND id < ? AND was_open = 1 ORDER BY id DESC LIMIT ?";
  return many_drafts(reader, kSql, {wire_name(state), before == 0 ? kNewest : before, limit});
}

Result<void> append_draft_step(Transaction& transaction, const DraftStepRow& step) {
  std::string previous;
  const Result<bool> found = transaction.first("SELECT hash FROM draft_steps ORDER BY id DESC LIMIT 1", {},
                                               [&](const Row& row) { previous = row.copy(0); });
  if (!found) return found.error();
  const std::string hash = step_hash(previous, step);
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO draft_steps (draft_id, step, at, user_id, text, text_hash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
      )sql",
      {step.draft_id, wire_name(step.step), step.at.milliseconds, step.user_id ? Bound(*step.user_id) : Bound(nullptr),
       Bound::text_or_null(step.text), Bound::bytes(step.text_hash), Bound::bytes(hash)});
  if (!done) return done.error();
  return {};
}

Result<std::vector<DraftStepRow>> draft_steps_of(Reader& reader, std::int64_t draft_id) {
  std::vector<DraftStepRow> steps;
  const Result<void> done = reader.query(
      R"sql(
        SELECT s.draft_id, s.step, s.at, s.user_id, s.text, s.text_hash, u.name
        FROM draft_steps s
        LEFT JOIN users u ON u.id = s.user_id
        WHERE s.draft_id = ?
        ORDER BY s.id
      )sql",
      {draft_id}, [&](const Row& row) {
        steps.push_back(read_step(row));
        steps.back().user_name = row.copy(6);
        return true;
      });
  if (!done) return done.error();
  return steps;
}

Result<std::vector<PublicDraftStep>> newest_public_steps(Reader& reader, int limit) {
  std::vector<PublicDraftStep> steps;
  const Result<void> done = reader.query(
      R"sql(
        SELECT s.id, s.draft_id, d.title, s.step, s.at, s.text
        FROM draft_steps s -- whole table: backwards, and no further than the limit
        JOIN drafts d ON d.id = s.draft_id
        WHERE d.was_open = 1 AND s.step NOT IN ('edit', 'approve', 'send_back')
        ORDER BY s.id DESC
        LIMIT ?
      )sql",
      {limit}, [&](const Row& row) {
        steps.push_back({row.integer(0), row.integer(1), row.copy(2), step_from(row.text(3)).value_or(DraftStep::open),
                         Instant{row.integer(4)}, row.copy(5)});
        return true;
      });
  if (!done) return done.error();
  return steps;
}

Result<void> verify_draft_steps(Reader& reader) {
  std::string previous;
  std::int64_t broken = 0;
  const Result<void> done = reader.query(
      R"sql(
        SELECT draft_id, step, at, user_id, text, text_hash, hash, id
        FROM draft_steps
        ORDER BY id -- whole table
      )sql",
      {}, [&](const Row& row) {
        previous = step_hash(previous, read_step(row));
        if (previous == row.text(6)) return true;
        broken = row.integer(7);
        return false;
      });
  if (!done) return done.error();
  if (broken == 0) return {};
  return make_error(Code::internal, "error.internal",
                    "the chain of draft steps breaks at step " + std::to_string(broken));
}

Result<bool> any_draft(Reader& reader) {
  return reader.first("SELECT 1 FROM drafts LIMIT 1", {}, [](const Row&) {});
}

}  // namespace hamandish::server

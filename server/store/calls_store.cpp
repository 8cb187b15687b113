#include "server/store/calls_store.h"

namespace hamandish::server {
namespace {

Result<void> change(Transaction& transaction, std::string_view sql, std::initializer_list<Bound> bounds) {
  const Result<std::int64_t> done = transaction.execute(sql, bounds);
  if (!done) return done.error();
  return {};
}

CallbackRow read_callback(const Row& row) {
  CallbackRow found;
  found.id = row.integer(0);
  found.case_id = row.integer(1);
  found.number = row.copy(2);
  found.cause = row.copy(3);
  found.text = row.copy(4);
  found.created_at = Instant{row.integer(5)};
  found.not_before = Instant{row.integer(6)};
  found.tries = row.integer(7);
  found.outcome = call_outcome_from(row.text(8));
  found.open = row.text(9) == "open";
  return found;
}

// The columns in the order of read_callback.
constexpr std::string_view kCallbacks = R"sql(
    SELECT
      id,
      case_id,
      number,
      cause,
      text,
      created_at,
      not_before,
      tries,
      outcome,
      state
    FROM callbacks
  )sql";

Result<std::vector<CallbackRow>> callbacks(Reader& reader, std::string_view condition,
                                           std::initializer_list<Bound> bounds) {
  std::vector<CallbackRow> rows;
  const Result<void> done = reader.query(std::string(kCallbacks) + std::string(condition), bounds, [&](const Row& row) {
    rows.push_back(read_callback(row));
    return true;
  });
  if (!done) return done.error();
  return rows;
}

constexpr std::string_view kRecordings = R"sql(
    SELECT
      r.attachment_id,
      a.case_id,
      r.peaks,
      r.seconds,
      r.transcribed_at
    FROM recordings r
    JOIN attachments a ON a.id = r.attachment_id
  )sql";

Result<std::vector<RecordingRow>> recordings(Reader& reader, std::string_view condition,
                                             std::initializer_list<Bound> bounds) {
  std::vector<RecordingRow> rows;
  const Result<void> done =
      reader.query(std::string(kRecordings) + std::string(condition), bounds, [&](const Row& row) {
        rows.push_back({row.copy(0), row.integer(1), row.copy(2), row.integer(3), Instant{row.integer(4)}});
        return true;
      });
  if (!done) return done.error();
  return rows;
}

}  // namespace

Result<void> set_caller_number(Transaction& transaction, std::int64_t case_id, std::string_view number) {
  return change(transaction, "INSERT INTO caller_numbers (case_id, number) VALUES (?, ?) ON CONFLICT DO NOTHING",
                {case_id, number});
}

Result<std::string> caller_number(Reader& reader, std::int64_t case_id) {
  std::string number;
  const Result<bool> done = reader.first("SELECT number FROM caller_numbers WHERE case_id = ?", {case_id},
                                         [&](const Row& row) { number = row.copy(0); });
  if (!done) return done.error();
  return number;
}

Result<std::vector<std::int64_t>> cases_of_number(Reader& reader, std::string_view number, std::int64_t limit) {
  std::vector<std::int64_t> ids;
  const Result<void> done = reader.query(
      R"sql(
        SELECT id
        FROM cases
        WHERE mobile = ?
        UNION
        SELECT case_id
        FROM caller_numbers
        WHERE number = ?
        ORDER BY 1 DESC
        LIMIT ?
      )sql",
      {number, number, limit}, [&](const Row& row) {
        ids.push_back(row.integer(0));
        return true;
      });
  if (!done) return done.error();
  return ids;
}

Result<bool> queue_callback(Transaction& transaction, const CallbackRow& callback, std::string_view once) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO callbacks (
          case_id,
          number,
          cause,
          text,
          once,
          created_at,
          not_before,
          state,
          tries)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'open', 0)
        ON CONFLICT DO NOTHING
      )sql",
      {callback.case_id, callback.number, callback.cause, callback.text, Bound::text_or_null(once),
       callback.created_at.milliseconds, callback.not_before.milliseconds});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::vector<CallbackRow>> open_callbacks(Reader& reader, std::int64_t limit) {
  return callbacks(
      reader, "/* whole table: its index holds what is open alone */ WHERE state = 'open' ORDER BY not_before LIMIT ?",
      {limit});
}

Result<std::vector<CallbackRow>> callbacks_of_case(Reader& reader, std::int64_t case_id) {
  return callbacks(reader, "WHERE case_id = ? ORDER BY id", {case_id});
}

Result<std::optional<CallbackRow>> callback_by_id(Reader& reader, std::int64_t id) {
  Result<std::vector<CallbackRow>> found = callbacks(reader, "WHERE id = ?", {id});
  if (!found) return found.error();
  return found->empty() ? std::optional<CallbackRow>() : std::optional(std::move(found->front()));
}

Result<bool> settle_callback(Transaction& transaction, std::int64_t id, const CallMade& made) {
  const bool done = made.again == Instant{};
  const Result<std::int64_t> changed = transaction.execute(
      R"sql(
        UPDATE callbacks
        SET
          tries = tries + 1,
          outcome = ?,
          user_id = ?,
          settled_at = ?,
          not_before = ?,
          state = ?
        WHERE id = ? AND state = 'open'
      )sql",
      {wire_name(made.outcome), made.user_id, made.at.milliseconds,
       done ? made.at.milliseconds : made.again.milliseconds, done ? "done" : "open", id});
  if (!changed) return changed.error();
  return *changed == 1;
}

Result<void> insert_recording(Transaction& transaction, const RecordingRow& recording) {
  return change(transaction,
                "INSERT INTO recordings (attachment_id, peaks, seconds) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                {recording.attachment_id, recording.peaks, recording.seconds});
}

Result<std::vector<RecordingRow>> recordings_of(Reader& reader, std::int64_t case_id) {
  return recordings(reader, "WHERE a.case_id = ? ORDER BY a.position", {case_id});
}

Result<std::vector<RecordingRow>> unwritten_recordings(Reader& reader, std::int64_t limit) {
  return recordings(reader, "WHERE r.transcribed_at IS NULL AND a.case_id IS NOT NULL ORDER BY a.case_id LIMIT ?",
                    {limit});
}

Result<void> mark_transcribed(Transaction& transaction, std::int64_t case_id, Instant now) {
  return change(transaction,
                R"sql(
                  UPDATE recordings
                  SET transcribed_at = ?
                  WHERE transcribed_at IS NULL AND attachment_id IN (SELECT id FROM attachments WHERE case_id = ?)
                )sql",
                {now.milliseconds, case_id});
}

Result<std::vector<RecordingRow>> old_recordings(Reader& reader, Instant since, std::int64_t limit) {
  return recordings(reader,
                    R"sql(
                      JOIN cases c ON c.id = a.case_id
                      -- The whole table of recordings, once a day: nobody waits for it.
                      WHERE
                        r.transcribed_at < ?
                        AND c.is_open = 0
                        AND NOT EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = c.id AND e.at >= ?)
                      LIMIT ?
                    )sql",
                    {since.milliseconds, since.milliseconds, limit});
}

Result<void> delete_recording(Transaction& transaction, const RecordingRow& recording) {
  Result<void> done = change(transaction,
                             R"sql(
               DELETE FROM inbound_raw
               WHERE inbound_id IN (SELECT id FROM inbound WHERE case_id = ? AND channel = 'phone')
             )sql",
                             {recording.case_id});
  if (done) done = change(transaction, "DELETE FROM recordings WHERE attachment_id = ?", {recording.attachment_id});
  if (done) {
    done = change(transaction, "DELETE FROM attachment_bytes WHERE attachment_id = ?", {recording.attachment_id});
  }
  if (done) done = change(transaction, "DELETE FROM attachments WHERE id = ?", {recording.attachment_id});
  if (!done) return done;
  return change(transaction, "UPDATE cases SET attachment_count = attachment_count - 1 WHERE id = ?",
                {recording.case_id});
}

Result<std::optional<NoticeChoice>> notice_choice(Reader& reader, std::int64_t case_id) {
  std::optional<NoticeChoice> found;
  const Result<bool> done =
      reader.first("SELECT channel, address FROM notice_choices WHERE case_id = ?", {case_id}, [&](const Row& row) {
        found = NoticeChoice{row.copy(0), row.copy(1)};
      });
  if (!done) return done.error();
  return found;
}

Result<void> set_notice_choice(Transaction& transaction, std::int64_t case_id, const NoticeChoice& choice,
                               Instant now) {
  return change(transaction,
                R"sql(
                  INSERT INTO notice_choices (
                    case_id,
                    channel,
                    address,
                    at)
                  VALUES (?, ?, ?, ?)
                  ON CONFLICT (case_id) DO UPDATE
                  SET
                    channel = excluded.channel,
                    address = excluded.address,
                    at = excluded.at
                )sql",
                {case_id, choice.channel, Bound::text_or_null(choice.address), now.milliseconds});
}

}  // namespace hamandish::server

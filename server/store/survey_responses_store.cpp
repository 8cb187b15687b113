#include "server/store/survey_responses_store.h"

#include <cstring>
#include <limits>
#include <utility>

#include "server/base/random.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish::server {
namespace {

Result<bool> exists(Reader& reader, std::string_view sql, std::initializer_list<Bound> bounds) {
  return reader.first(sql, bounds, [](const Row&) {});
}

// Says nothing of when the row was made.
std::int64_t random_id() {
  std::int64_t id = 0;
  const std::string bytes = random_bytes(sizeof id);
  std::memcpy(&id, bytes.data(), sizeof id);
  return id & std::numeric_limits<std::int64_t>::max();
}

Bound bound(const std::optional<std::int64_t>& value) {
  return value ? Bound(*value) : Bound(nullptr);
}

std::optional<std::int64_t> integer_or_none(const Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
}

}  // namespace

Result<std::int64_t> insert_survey_response(Transaction& transaction, const SurveyResponseRow& row,
                                            const Answers& answers) {
  std::int64_t id = 0;
  const Result<bool> inserted = transaction.first(
      R"sql(
        INSERT INTO survey_responses (
          survey_id,
          form,
          at,
          unit_id,
          service_id,
          case_id,
          link,
          request_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        RETURNING id
      )sql",
      {row.survey_id, row.form, row.at.milliseconds, Bound::text_or_null(row.unit_id),
       Bound::text_or_null(row.service_id), bound(row.case_id), bound(row.link), Bound::bytes(row.request_key)},
      [&](const Row& made) { id = made.integer(0); });
  if (!inserted) return inserted.error();
  for (const Answer& one : answers) {
    const Result<std::int64_t> done =
        transaction.execute("INSERT INTO survey_answers (survey_id, slot, response_id, value) VALUES (?, ?, ?, ?)",
                            {row.survey_id, one.field, id, one.value});
    if (!done) return done.error();
  }
  const Result<std::int64_t> counted =
      transaction.execute("UPDATE surveys SET answers = answers + 1 WHERE id = ?", {row.survey_id});
  if (!counted) return counted.error();
  return id;
}

Result<bool> has_survey_request(Reader& reader, std::string_view request_key) {
  return exists(reader, "SELECT 1 FROM survey_responses WHERE request_key = ?", {Bound::bytes(request_key)});
}

Result<bool> insert_survey_pass(Transaction& transaction, std::int64_t survey_id, std::string_view pass) {
  const Result<std::int64_t> done =
      transaction.execute("INSERT INTO survey_passes (id, survey_id, pass) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                          {random_id(), survey_id, Bound::bytes(pass)});
  if (!done) return done.error();
  return *done == 1;
}

Result<bool> has_survey_pass(Reader& reader, std::int64_t survey_id, std::string_view pass) {
  return exists(reader, "SELECT 1 FROM survey_passes WHERE survey_id = ? AND pass = ?",
                {survey_id, Bound::bytes(pass)});
}

Result<void> insert_survey_receipt(Transaction& transaction, std::int64_t survey_id, std::string_view code_hash) {
  const Result<std::int64_t> done =
      transaction.execute("INSERT INTO survey_receipts (id, survey_id, code) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                          {random_id(), survey_id, Bound::bytes(code_hash)});
  if (!done) return done.error();
  return {};
}

Result<bool> has_survey_receipt(Reader& reader, std::int64_t survey_id, std::string_view code_hash) {
  return exists(reader, "SELECT 1 FROM survey_receipts WHERE survey_id = ? AND code = ?",
                {survey_id, Bound::bytes(code_hash)});
}

namespace {

// The days of a filter as moments: from the first one to before the second.
std::pair<std::int64_t, std::int64_t> times_of(const SurveyFilter& filter) {
  const std::int64_t from = filter.from ? start_of_day_in_tehran(*filter.from).milliseconds : 0;
  if (!filter.to) return {from, std::numeric_limits<std::int64_t>::max()};
  return {from, start_of_day_in_tehran(Day{filter.to->number + 1}).milliseconds};
}

}  // namespace

Result<std::vector<CrossCount>> cross_counts(Reader& reader, std::int64_t survey_id, std::string_view row_slot,
                                             std::string_view column_slot, const SurveyFilter& filter) {
  std::vector<CrossCount> counts;
  const auto take = [&](const Row& row) {
    counts.push_back({row.copy(0), row.copy(1), row.integer(2)});
    return true;
  };
  if (!filter.is_empty()) {
    const auto [from, to] = times_of(filter);
    const Result<void> done = reader.query(
        R"sql(
          SELECT a.value, b.value, count(*)
          FROM survey_answers a
          JOIN survey_answers b ON b.response_id = a.response_id AND b.slot = ?
          JOIN survey_responses r ON r.id = a.response_id
          WHERE a.survey_id = ? AND a.slot = ? AND r.at >= ? AND r.at < ? AND (? = '' OR r.unit_id = ?)
            AND (? = '' OR r.service_id = ?)
          /* the whole table of two questions is counted */
          GROUP BY a.value, b.value
        )sql",
        {column_slot, survey_id, row_slot, from, to, filter.unit_id, filter.unit_id, filter.service_id,
         filter.service_id},
        take);
    if (!done) return done.error();
    return counts;
  }
  const Result<void> done = reader.query(
      R"sql(
        SELECT a.value, b.value, count(*)
        FROM survey_answers a
        JOIN survey_answers b ON b.response_id = a.response_id AND b.slot = ?
        WHERE a.survey_id = ? AND a.slot = ?
        /* the whole table of two questions is counted */
        GROUP BY a.value, b.value
      )sql",
      {column_slot, survey_id, row_slot}, take);
  if (!done) return done.error();
  return counts;
}

Result<void> survey_texts(Reader& reader, std::int64_t survey_id, std::string_view slot, std::int64_t before,
                          const SurveyFilter& filter, const std::function<bool(const SurveyText&)>& each) {
  const auto [from, to] = times_of(filter);
  return reader.query(
      R"sql(
        SELECT a.response_id, r.at, r.unit_id, r.service_id, a.value
        FROM survey_answers a
        JOIN survey_responses r ON r.id = a.response_id
        WHERE a.survey_id = ? AND a.slot = ? AND a.response_id < ? AND r.at >= ? AND r.at < ?
          AND (? = '' OR r.unit_id = ?) AND (? = '' OR r.service_id = ?)
        ORDER BY a.response_id DESC
      )sql",
      {survey_id, slot, before == 0 ? std::numeric_limits<std::int64_t>::max() : before, from, to, filter.unit_id,
       filter.unit_id, filter.service_id, filter.service_id},
      [&](const Row& row) {
        return each({row.integer(0), Instant{row.integer(1)}, row.copy(2), row.copy(3), row.copy(4)});
      });
}

Result<void> each_survey_response(Reader& reader, std::int64_t survey_id,
                                  const std::function<void(const SurveyResponseRow&, const Answers&)>& each) {
  SurveyResponseRow current;
  Answers answers;
  Result<void> done = reader.query(
      R"sql(
        SELECT r.id, r.form, r.at, r.unit_id, r.service_id, r.case_id, r.link, a.slot, a.value
        FROM survey_responses r
        LEFT JOIN survey_answers a ON a.response_id = r.id
        WHERE r.survey_id = ?
        ORDER BY r.id
      )sql",
      {survey_id}, [&](const Row& row) {
        if (row.integer(0) != current.id) {
          if (current.id != 0) each(current, answers);
          answers.clear();
          current = {row.integer(0),
                     survey_id,
                     row.integer(1),
                     Instant{row.integer(2)},
                     row.copy(3),
                     row.copy(4),
                     integer_or_none(row, 5),
                     integer_or_none(row, 6),
                     {}};
        }
        if (!row.is_null(7)) answers.push_back({row.copy(7), row.copy(8)});
        return true;
      });
  if (!done) return done;
  if (current.id != 0) each(current, answers);
  return {};
}

Result<void> insert_survey_file(Transaction& transaction, const SurveyFileRow& row, Instant expires_at) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO survey_files (id, survey_id, file_name, mime, content, expires_at)
        VALUES (?, ?, ?, ?, ?, ?)
      )sql",
      {row.id, row.survey_id, row.file_name, row.mime, Bound::bytes(row.content), expires_at.milliseconds});
  if (!done) return done.error();
  return {};
}

Result<bool> survey_file_waits(Reader& reader, std::int64_t survey_id, std::string_view id) {
  return exists(reader, "SELECT 1 FROM survey_files WHERE id = ? AND survey_id = ? AND response_id IS NULL",
                {id, survey_id});
}

Result<std::int64_t> waiting_survey_bytes(Reader& reader) {
  std::int64_t bytes = 0;
  const Result<bool> done =
      reader.first("SELECT coalesce(sum(length(content)), 0) FROM survey_files WHERE expires_at IS NOT NULL", {},
                   [&](const Row& row) { bytes = row.integer(0); });
  if (!done) return done.error();
  return bytes;
}

Result<void> keep_survey_file(Transaction& transaction, std::string_view id, std::int64_t response_id) {
  const Result<std::int64_t> done =
      transaction.execute("UPDATE survey_files SET response_id = ?, expires_at = NULL WHERE id = ?", {response_id, id});
  if (!done) return done.error();
  return {};
}

Result<std::optional<SurveyFileRow>> survey_file(Reader& reader, std::int64_t survey_id, std::string_view id) {
  std::optional<SurveyFileRow> found;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT id, survey_id, file_name, mime, content
        FROM survey_files
        WHERE id = ? AND survey_id = ? AND response_id IS NOT NULL
      )sql",
      {id, survey_id}, [&](const Row& row) {
        found = SurveyFileRow{row.copy(0), row.integer(1), row.copy(2), row.copy(3), row.copy(4)};
      });
  if (!done) return done.error();
  return found;
}

Result<void> delete_expired_survey_files(Transaction& transaction, Instant now) {
  const Result<std::int64_t> done =
      transaction.execute("DELETE FROM survey_files WHERE expires_at <= ?", {now.milliseconds});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

#include "server/store/surveys_store.h"

#include <limits>

namespace hamandish::server {
namespace {

// The columns in the order of read_survey_row.
constexpr std::string_view kSelect = R"sql(
    SELECT
      id,
      version,
      state,
      content,
      rules,
      form,
      answers,
      links,
      updated_at,
      opened_at,
      closed_at
    FROM surveys
  )sql";

std::optional<Instant> instant_or_none(const Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(Instant{row.integer(column)});
}

Bound bound(const std::optional<Instant>& at) {
  return at ? Bound(at->milliseconds) : Bound(nullptr);
}

SurveyRow read_survey_row(const Row& row) {
  SurveyRow survey;
  survey.id = row.integer(0);
  survey.version = row.integer(1);
  survey.state = survey_state_from(row.text(2)).value_or(SurveyState::draft);
  survey.content = row.copy(3);
  survey.rules = row.copy(4);
  survey.form = row.integer(5);
  survey.answers = row.integer(6);
  survey.links = row.integer(7);
  survey.updated_at = Instant{row.integer(8)};
  survey.opened_at = instant_or_none(row, 9);
  survey.closed_at = instant_or_none(row, 10);
  return survey;
}

Result<std::vector<SurveyRow>> many(Reader& reader, const std::string& sql, std::initializer_list<Bound> bounds) {
  std::vector<SurveyRow> rows;
  const Result<void> done = reader.query(sql, bounds, [&](const Row& row) {
    rows.push_back(read_survey_row(row));
    return true;
  });
  if (!done) return done.error();
  return rows;
}

Result<void> add_tally(Transaction& transaction, const TallyScope& scope, const Tallied& one) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO survey_tallies (survey_id, day, unit_id, service_id, slot, value, count)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (survey_id, day, unit_id, service_id, slot, value) DO UPDATE SET count = count + excluded.count
      )sql",
      {scope.survey_id, static_cast<std::int64_t>(scope.day.number), scope.unit_id, scope.service_id, one.slot,
       one.value, one.count});
  if (!done) return done.error();
  return {};
}

}  // namespace

Result<std::int64_t> insert_survey(Transaction& transaction, const SurveyRow& row) {
  std::int64_t id = 0;
  const Result<bool> done = transaction.first(
      R"sql(
        INSERT INTO surveys (
          version,
          state,
          content,
          rules,
          form,
          answers,
          links,
          updated_at)
        VALUES (1, ?, ?, ?, 0, 0, 0, ?)
        RETURNING id
      )sql",
      {wire_name(row.state), row.content, row.rules, row.updated_at.milliseconds},
      [&](const Row& inserted) { id = inserted.integer(0); });
  if (!done) return done.error();
  return id;
}

Result<bool> update_survey(Transaction& transaction, const SurveyRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        UPDATE surveys SET
          version = version + 1,
          state = ?,
          content = ?,
          rules = ?,
          form = ?,
          links = ?,
          updated_at = ?,
          opened_at = ?,
          closed_at = ?
        WHERE id = ? AND version = ?
      )sql",
      {wire_name(row.state), row.content, row.rules, row.form, row.links, row.updated_at.milliseconds,
       bound(row.opened_at), bound(row.closed_at), row.id, row.version});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::optional<SurveyRow>> survey_by_id(Reader& reader, std::int64_t id) {
  static const std::string kSql = std::string(kSelect) + "WHERE id = ?";
  std::optional<SurveyRow> found;
  const Result<bool> done = reader.first(kSql, {id}, [&](const Row& row) { found = read_survey_row(row); });
  if (!done) return done.error();
  return found;
}

Result<std::vector<SurveyRow>> surveys_in(Reader& reader, SurveyState state) {
  static const std::string kSql = std::string(kSelect) + "WHERE state = ? ORDER BY id DESC";
  return many(reader, kSql, {wire_name(state)});
}

Result<std::vector<SurveyRow>> all_surveys(Reader& reader) {
  static const std::string kSql = std::string(kSelect) + "/* the whole table, some tens of rows */ ORDER BY id DESC";
  return many(reader, kSql, {});
}

Result<void> insert_survey_form(Transaction& transaction, std::int64_t survey_id, std::int64_t number,
                                std::string_view content, Instant at) {
  const Result<std::int64_t> done =
      transaction.execute("INSERT INTO survey_forms (survey_id, number, content, at) VALUES (?, ?, ?, ?)",
                          {survey_id, number, content, at.milliseconds});
  if (!done) return done.error();
  return {};
}

Result<std::optional<std::string>> survey_form(Reader& reader, std::int64_t survey_id, std::int64_t number) {
  std::optional<std::string> content;
  const Result<bool> done = reader.first("SELECT content FROM survey_forms WHERE survey_id = ? AND number = ?",
                                         {survey_id, number}, [&](const Row& row) { content = row.copy(0); });
  if (!done) return done.error();
  return content;
}

Result<void> add_tallies(Transaction& transaction, const TallyScope& scope, const std::vector<Tallied>& tallies) {
  const TallyScope all{scope.survey_id, Day{0}, {}, {}};
  for (const Tallied& one : tallies) {
    Result<void> done = add_tally(transaction, all, one);
    if (done) done = add_tally(transaction, scope, one);
    if (!done) return done;
  }
  return {};
}

Result<std::vector<Tallied>> survey_tallies(Reader& reader, std::int64_t survey_id, const SurveyFilter& filter) {
  std::vector<Tallied> tallies;
  const auto take = [&](const Row& row) {
    tallies.push_back({row.copy(0), row.copy(1), row.integer(2)});
    return true;
  };
  if (filter.is_empty()) {
    const Result<void> done = reader.query(
        "SELECT slot, value, count FROM survey_tallies WHERE survey_id = ? AND day = 0 AND unit_id = '' AND service_id = ''",
        {survey_id}, take);
    if (!done) return done.error();
    return tallies;
  }
  const std::int64_t from = filter.from ? filter.from->number : 1;
  const std::int64_t to = filter.to ? filter.to->number : std::numeric_limits<std::int32_t>::max();
  const Result<void> done = reader.query(
      R"sql(
        SELECT slot, value, sum(count)
        FROM survey_tallies
        WHERE survey_id = ? AND day BETWEEN ? AND ? AND (? = '' OR unit_id = ?) AND (? = '' OR service_id = ?)
        /* the whole table of one survey is summed: counts, not answers */
        GROUP BY slot, value
      )sql",
      {survey_id, from, to, filter.unit_id, filter.unit_id, filter.service_id, filter.service_id}, take);
  if (!done) return done.error();
  return tallies;
}

Result<bool> any_survey(Reader& reader) {
  return reader.first("SELECT 1 FROM surveys LIMIT 1", {}, [](const Row&) {});
}

}  // namespace hamandish::server

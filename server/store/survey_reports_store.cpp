#include "server/store/survey_reports_store.h"

#include <limits>

#include "shared/calendar/tehran_time.h"

namespace hamandish::server {

Result<std::vector<PlacedAnswers>> survey_answers_between(Reader& reader, std::int64_t survey_id,
                                                          const Period& period) {
  std::vector<PlacedAnswers> answers;
  const Result<void> done = reader.query(
      R"sql(
        SELECT coalesce(unit_id, ''), coalesce(service_id, ''), count(*)
        FROM survey_responses
        WHERE survey_id = ? AND at >= ? AND at < ?
        GROUP BY 1, 2
      )sql",
      {survey_id, period.from.milliseconds, period.to.milliseconds}, [&answers](const Row& row) {
        answers.push_back({{row.copy(0), row.copy(1)}, row.integer(2)});
        return true;
      });
  if (!done) return done.error();
  return answers;
}

Result<std::int64_t> survey_answers_in(Reader& reader, std::int64_t survey_id, const SurveyFilter& filter) {
  const std::int64_t from = filter.from ? start_of_day_in_tehran(*filter.from).milliseconds : 0;
  const std::int64_t to = filter.to ? start_of_day_in_tehran(Day{filter.to->number + 1}).milliseconds
                                    : std::numeric_limits<std::int64_t>::max();
  std::int64_t count = 0;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT count(*)
        FROM survey_responses
        WHERE survey_id = ? AND at >= ? AND at < ? AND (? = '' OR unit_id = ?) AND (? = '' OR service_id = ?)
      )sql",
      {survey_id, from, to, filter.unit_id, filter.unit_id, filter.service_id, filter.service_id},
      [&count](const Row& row) { count = row.integer(0); });
  if (!done) return done.error();
  return count;
}

Result<std::vector<PlacedTally>> placed_tallies(Reader& reader, std::int64_t survey_id, const DayRange& days) {
  std::vector<PlacedTally> tallies;
  const Result<void> done = reader.query(
      R"sql(
        SELECT unit_id, service_id, slot, value, sum(count)
        FROM survey_tallies
        WHERE survey_id = ? AND day BETWEEN ? AND ?
        GROUP BY unit_id, service_id, slot, value
      )sql",
      {survey_id, static_cast<std::int64_t>(days.first.number), static_cast<std::int64_t>(days.last.number)},
      [&tallies](const Row& row) {
        tallies.push_back({{row.copy(0), row.copy(1)}, {row.copy(2), row.copy(3), row.integer(4)}});
        return true;
      });
  if (!done) return done.error();
  return tallies;
}

}  // namespace hamandish::server

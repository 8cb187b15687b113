#include "server/store/case_history_store.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hamandish::server {
namespace {

struct Score {
  std::int64_t score = 0;
  Instant at;
};

// What is known of few cases only, by case.
struct Extras {
  std::unordered_map<std::int64_t, std::vector<DueMove>> moves;
  std::unordered_map<std::int64_t, Score> scores;
};

Day day_of(const Row& row, int column) {
  return Day{static_cast<std::int32_t>(row.integer(column))};
}

Result<Extras> read_extras(Reader& reader, const HistoryRange& range) {
  Extras extras;
  Result<void> done =
      reader.query("SELECT case_id, at, due_before FROM case_due_moves WHERE at >= ? ORDER BY at, case_id",
                   {range.from.milliseconds}, [&](const Row& row) {
                     extras.moves[row.integer(0)].push_back({Instant{row.integer(1)}, day_of(row, 2)});
                     return true;
                   });
  if (!done) return done.error();
  done = reader.query(
      R"sql(
        SELECT
          e.case_id,
          r.score,
          r.at
        FROM case_events e
        JOIN case_ratings r ON r.case_id = e.case_id
        WHERE e.at >= ? AND e.kind = 'rated'
      )sql",
      {range.from.milliseconds}, [&](const Row& row) {
        extras.scores[row.integer(0)] = {row.integer(1), Instant{row.integer(2)}};
        return true;
      });
  if (!done) return done.error();
  return extras;
}

// Gathers the rows of one case after the other.
class Gatherer {
 public:
  Gatherer(const Extras& extras, const std::function<void(const CaseHistory&)>& each) : extras_(extras), each_(each) {}

  void row(const Row& row) {
    if (row.integer(0) != history_.id) {
      finish();
      begin(row);
    }
    if (row.is_null(7)) return;
    const std::optional<EventKind> kind = event_kind_from(row.text(7));
    if (!kind) return;
    history_.events.push_back(
        {*kind, Instant{row.integer(8)}, row.integer(9) != 0, row.copy(10), row.copy(11), row.copy(12)});
  }

  void finish() {
    if (history_.id == 0 || !known_) return;
    const auto earlier = [](const CaseEventFact& a, const CaseEventFact& b) { return a.at < b.at; };
    if (!std::is_sorted(history_.events.begin(), history_.events.end(), earlier)) {
      std::stable_sort(history_.events.begin(), history_.events.end(), earlier);
    }
    each_(history_);
  }

 private:
  void begin(const Row& row) {
    history_.id = row.integer(0);
    history_.tracking_code = row.text(1);
    const std::optional<CaseKind> kind = case_kind_from(row.text(2));
    const std::optional<Intake> channel = intake_from(row.text(3));
    known_ = kind && channel;
    history_.kind = kind.value_or(CaseKind::complaint);
    history_.channel = channel.value_or(Intake::web);
    history_.unit_id = row.text(4);
    history_.registered_at = Instant{row.integer(5)};
    history_.due_on = day_of(row, 6);
    history_.events.clear();
    history_.due_moves.clear();
    history_.score.reset();
    if (const auto moves = extras_.moves.find(history_.id); moves != extras_.moves.end()) {
      history_.due_moves = moves->second;
    }
    if (const auto score = extras_.scores.find(history_.id); score != extras_.scores.end()) {
      history_.score = score->second.score;
      history_.rated_at = score->second.at;
    }
  }

  const Extras& extras_;
  const std::function<void(const CaseHistory&)>& each_;
  CaseHistory history_;
  bool known_ = false;
};

// The columns in the order in which they are read.
constexpr std::string_view kColumns = R"sql(
  SELECT
    c.id,
    c.tracking_code,
    c.kind,
    c.channel,
    c.unit_id,
    c.registered_at,
    c.due_on,
    e.kind,
    e.at,
    e.user_id IS NOT NULL,
    e.from_unit,
    e.to_unit,
    e.detail
)sql";

constexpr std::string_view kOlder = R"sql(
  FROM (  -- events lie in the order of time, so their cases are sorted: the whole table of what the month touched
    SELECT case_id AS id FROM case_clocks WHERE case_id < ?  -- the open ones, each of which has a clock
    UNION
    SELECT case_id FROM case_events WHERE at >= ? AND kind <> 'registered' AND case_id < ?
  ) AS older
  JOIN cases c ON c.id = older.id
  LEFT JOIN case_events e ON e.case_id = c.id
  ORDER BY c.id, e.id
)sql";

constexpr std::string_view kReceived = R"sql(
  FROM cases c
  LEFT JOIN case_events e ON e.case_id = c.id
  WHERE c.id >= ? AND c.id < ?
  ORDER BY c.id, e.id
)sql";

const std::string kOlderSql = std::string(kColumns).append(kOlder);
const std::string kReceivedSql = std::string(kColumns).append(kReceived);

}  // namespace

Result<void> each_case_history(Reader& reader, const HistoryRange& range,
                               const std::function<void(const CaseHistory&)>& each) {
  const Result<Extras> extras = read_extras(reader, range);
  if (!extras) return extras.error();
  Gatherer older(*extras, each);
  Result<void> done =
      reader.query(kOlderSql, {range.first_id, range.from.milliseconds, range.first_id}, [&older](const Row& row) {
        older.row(row);
        return true;
      });
  if (!done) return done;
  older.finish();
  Gatherer received(*extras, each);
  done = reader.query(kReceivedSql, {range.first_id, range.after_id}, [&received](const Row& row) {
    received.row(row);
    return true;
  });
  if (done) received.finish();
  return done;
}

Result<void> note_due_move(Transaction& transaction, std::int64_t case_id, Day due_before, Instant at) {
  const Result<std::int64_t> done =
      transaction.execute("INSERT INTO case_due_moves (case_id, at, due_before) VALUES (?, ?, ?)",
                          {case_id, at.milliseconds, std::int64_t{due_before.number}});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

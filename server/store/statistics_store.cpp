#include "server/store/statistics_store.h"

#include "shared/calendar/tehran_time.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kFacts = R"sql(
    SELECT
      c.kind,
      c.registered_at,
      c.due_on,
      c.state,
      (
        SELECT MIN(e.at)
        FROM case_events e
        WHERE e.case_id = c.id
          AND (e.kind = 'replied' OR e.kind = 'rejected' OR (e.kind = 'closed' AND e.user_id IS NOT NULL))
      ),
      c.channel,
      c.merged_into IS NOT NULL,
      c.anonymous,
      c.id,
      c.unit_id
    FROM cases c
    WHERE c.id >= ? AND c.id < ?
  )sql";

std::optional<CaseFact> read_fact(const Row& row) {
  const std::optional<CaseKind> kind = case_kind_from(row.text(0));
  if (!kind) return std::nullopt;
  CaseFact fact;
  fact.kind = *kind;
  fact.registered_on = to_tehran(Instant{row.integer(1)}).day;
  fact.due_on = Day{static_cast<std::int32_t>(row.integer(2))};
  if (!row.is_null(4)) fact.answered_on = to_tehran(Instant{row.integer(4)}).day;
  fact.withdrawn = case_state_from(row.text(3)) == CaseState::withdrawn;
  fact.channel = intake_from(row.text(5)).value_or(Intake::web);
  fact.sender = row.integer(6) != 0   ? SenderMark::repeated
                : row.integer(7) != 0 ? SenderMark::nameless
                                      : SenderMark::named;
  return fact;
}

}  // namespace

Result<void> each_case_fact(Reader& reader, std::int64_t from, std::int64_t to,
                            const std::function<void(const CaseFact&)>& each) {
  return reader.query(kFacts, {from, to}, [&](const Row& row) {
    if (const std::optional<CaseFact> fact = read_fact(row)) each(*fact);
    return true;
  });
}

Result<void> each_placed_fact(Reader& reader, std::int64_t from, std::int64_t to,
                              const std::function<void(const PlacedFact&)>& each) {
  constexpr std::size_t kCase = 8;
  return reader.query(kFacts, {from, to}, [&](const Row& row) {
    if (const std::optional<CaseFact> fact = read_fact(row)) each({row.integer(kCase), row.copy(kCase + 1), *fact});
    return true;
  });
}

}  // namespace hamandish::server

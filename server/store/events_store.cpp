#include "server/store/events_store.h"

#include "server/store/event_hash.h"

namespace hamandish::server {
namespace {

EventRow read_event(const Row& row) {
  EventRow event;
  event.case_id = row.integer(0);
  event.kind = event_kind_from(row.text(1)).value_or(EventKind::noted);
  event.at = Instant{row.integer(2)};
  if (!row.is_null(3)) event.user_id = row.integer(3);
  event.from_unit = row.copy(4);
  event.to_unit = row.copy(5);
  event.text = row.copy(6);
  return event;
}

}  // namespace

Result<void> append_event(Transaction& transaction, const EventRow& event) {
  std::string previous;
  const Result<bool> found = transaction.first("SELECT hash FROM case_events ORDER BY id DESC LIMIT 1", {},
                                               [&](const Row& row) { previous = row.copy(0); });
  if (!found) return found.error();
  return insert_event(transaction, event, event_hash(previous, event));
}

Result<void> insert_event(Transaction& transaction, const EventRow& event, std::string_view hash) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO case_events (
          case_id,
          kind,
          at,
          user_id,
          from_unit,
          to_unit,
          text,
          hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      )sql",
      {event.case_id, wire_name(event.kind), event.at.milliseconds,
       event.user_id ? Bound(*event.user_id) : Bound(nullptr), Bound::text_or_null(event.from_unit),
       Bound::text_or_null(event.to_unit), Bound::text_or_null(event.text), Bound::bytes(hash)});
  if (!done) return done.error();
  return {};
}

Result<std::vector<EventRow>> events_of(Reader& reader, std::int64_t case_id) {
  std::vector<EventRow> events;
  const Result<void> done = reader.query(
      R"sql(
        SELECT
          e.case_id,
          e.kind,
          e.at,
          e.user_id,
          e.from_unit,
          e.to_unit,
          e.text,
          u.name
        FROM case_events e
        LEFT JOIN users u ON u.id = e.user_id
        WHERE e.case_id = ?
        ORDER BY e.id
      )sql",
      {case_id}, [&](const Row& row) {
        events.push_back(read_event(row));
        events.back().user_name = row.copy(7);
        return true;
      });
  if (!done) return done.error();
  return events;
}

Result<void> verify_events(Reader& reader) {
  std::string previous;
  std::int64_t broken = 0;
  const Result<void> done = reader.query(
      R"sql(
        SELECT
          case_id,
          kind,
          at,
          user_id,
          from_unit,
          to_unit,
          text,
          hash,
          id
        FROM case_events
        ORDER BY id
      )sql",
      {}, [&](const Row& row) {
        const std::string hash = event_hash(previous, read_event(row));
        if (hash != row.text(7)) broken = row.integer(8);
        previous = hash;
        return broken == 0;
      });
  if (!done) return done.error();
  if (broken != 0) {
    return make_error(Code::internal, "error.internal", "event " + std::to_string(broken) + " was changed");
  }
  return {};
}

}  // namespace hamandish::server

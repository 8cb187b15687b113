#include "server/store/events_store.h"

#include "server/base/random.h"
#include "server/store/event_hash.h"

namespace hamandish::server {
namespace {

// The columns in the order of read_event.
constexpr std::string_view kSelectEvents = R"sql(
    SELECT
      e.id,
      e.case_id,
      e.kind,
      e.at,
      e.user_id,
      e.from_unit,
      e.to_unit,
      e.text,
      e.detail,
      e.text_hash,
      e.form,
  )sql";
constexpr int kFirstFurther = 11;

EventRow read_event(const Row& row) {
  EventRow event;
  event.id = row.integer(0);
  event.case_id = row.integer(1);
  event.kind = event_kind_from(row.text(2)).value_or(EventKind::noted);
  event.at = Instant{row.integer(3)};
  if (!row.is_null(4)) event.user_id = row.integer(4);
  event.from_unit = row.copy(5);
  event.to_unit = row.copy(6);
  event.text = row.copy(7);
  event.detail = row.copy(8);
  event.text_hash = row.copy(9);
  event.form = static_cast<int>(row.integer(10));
  return event;
}

}  // namespace

Result<void> append_event(Transaction& transaction, const EventRow& event) {
  std::string previous;
  const Result<bool> found = transaction.first("SELECT hash FROM case_events ORDER BY id DESC LIMIT 1", {},
                                               [&](const Row& row) { previous = row.copy(0); });
  if (!found) return found.error();
  EventRow whole = event;
  if (whole.text_hash.empty() && !whole.text.empty()) whole.text_hash = sha256(whole.text);
  return insert_event(transaction, whole, event_hash(previous, whole));
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
          detail,
          text_hash,
          form,
          hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      )sql",
      {event.case_id, wire_name(event.kind), event.at.milliseconds,
       event.user_id ? Bound(*event.user_id) : Bound(nullptr), Bound::text_or_null(event.from_unit),
       Bound::text_or_null(event.to_unit), Bound::text_or_null(event.text), Bound::text_or_null(event.detail),
       event.text_hash.empty() ? Bound(nullptr) : Bound::bytes(event.text_hash), event.form, Bound::bytes(hash)});
  if (!done) return done.error();
  return {};
}

Result<std::string> registration_hash(Reader& reader, std::int64_t case_id) {
  std::string hash;
  const Result<bool> found = reader.first("SELECT hash FROM case_events WHERE case_id = ? ORDER BY id LIMIT 1",
                                          {case_id}, [&](const Row& row) { hash = row.copy(0); });
  if (!found) return found.error();
  return hash;
}

Result<std::vector<EventRow>> events_of(Reader& reader, std::int64_t case_id) {
  static const std::string kSql = std::string(kSelectEvents) + R"sql(
        u.name
      FROM case_events e
      LEFT JOIN users u ON u.id = e.user_id
      WHERE e.case_id = ?
      ORDER BY e.id
    )sql";
  std::vector<EventRow> events;
  const Result<void> done = reader.query(kSql, {case_id}, [&](const Row& row) {
    events.push_back(read_event(row));
    events.back().user_name = row.copy(kFirstFurther);
    return true;
  });
  if (!done) return done.error();
  return events;
}

Result<bool> redact_event(Transaction& transaction, std::int64_t case_id, std::int64_t event_id) {
  const Result<std::int64_t> done = transaction.execute(
      "UPDATE case_events SET text = NULL WHERE id = ? AND case_id = ? AND form >= 2", {event_id, case_id});
  if (!done) return done.error();
  return *done == 1;
}

namespace {

// A text that is there must be the one that was hashed; one that is not there was taken away, which the chain itself
// records by a «redacted» event. The registered text stands with the case: its hash has no text here.
bool text_fits(const EventRow& event) {
  return event.form < 2 || event.text.empty() || event.text_hash == sha256(event.text);
}

}  // namespace

Result<void> verify_events(Reader& reader) {
  static const std::string kSql = std::string(kSelectEvents) + "e.hash FROM case_events e ORDER BY e.id -- whole table";
  std::string previous;
  std::int64_t broken = 0;
  const Result<void> done = reader.query(kSql, {}, [&](const Row& row) {
    const EventRow event = read_event(row);
    const std::string hash = event_hash(previous, event);
    if (hash != row.text(kFirstFurther) || !text_fits(event)) broken = event.id;
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

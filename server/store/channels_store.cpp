#include "server/store/channels_store.h"

#include "shared/base/wire_names.h"

namespace hamandish::server {
namespace {

constexpr auto kOutcomeNames = std::to_array<std::string_view>(
    {"opened", "joined", "status", "opted_out", "opted_in", "automatic", "too_many", "blank", "part"});
static_assert(kOutcomeNames.size() == kInboundOutcomes.size());

Result<std::int64_t> number(Reader& reader, std::string_view sql, std::initializer_list<Bound> bounds) {
  std::int64_t found = 0;
  const Result<bool> done = reader.first(sql, bounds, [&](const Row& row) { found = row.integer(0); });
  if (!done) return done.error();
  return found;
}

Result<void> change(Transaction& transaction, std::string_view sql, std::initializer_list<Bound> bounds) {
  const Result<std::int64_t> done = transaction.execute(sql, bounds);
  if (!done) return done.error();
  return {};
}

// The row of a gateway is there before anything is written into it.
Result<void> begin_state(Transaction& transaction, std::string_view name) {
  return change(transaction,
                "INSERT INTO channel_states (name, paused, failures) VALUES (?, 0, 0) ON CONFLICT DO NOTHING", {name});
}

ChannelState read_state(const Row& row) {
  ChannelState state;
  state.name = row.copy(0);
  state.paused = row.integer(1) != 0;
  state.last_success = Instant{row.integer(2)};
  state.last_failure = Instant{row.integer(3)};
  state.failures = row.integer(4);
  state.problem = row.copy(5);
  state.cursor = row.copy(6);
  if (!row.is_null(7)) state.balance = row.integer(7);
  return state;
}

}  // namespace

std::string_view wire_name(InboundOutcome outcome) {
  return name_in(kOutcomeNames, outcome);
}
std::optional<InboundOutcome> inbound_outcome_from(std::string_view wire_name) {
  return value_in<InboundOutcome>(kOutcomeNames, wire_name);
}

Result<std::optional<InboundRow>> inbound_by_source(Reader& reader, std::string_view source, std::string_view id) {
  std::optional<InboundRow> found;
  const Result<bool> done = reader.first(
      "SELECT id, outcome, case_id FROM inbound WHERE source = ? AND source_id = ?", {source, id}, [&](const Row& row) {
        found = InboundRow{row.integer(0), inbound_outcome_from(row.text(1)).value_or(InboundOutcome::blank),
                           row.integer(2)};
      });
  if (!done) return done.error();
  return found;
}

Result<std::int64_t> insert_inbound(Transaction& transaction, const Inbound& message, const InboundRow& row,
                                    Instant now) {
  Result<void> done =
      change(transaction,
             R"sql(
        INSERT INTO inbound (
          channel,
          source,
          source_id,
          received_at,
          sender,
          recipient,
          subject,
          text,
          quoted,
          outcome,
          case_id,
          message_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      )sql",
             {wire_name(message.channel), message.source, message.source_id, now.milliseconds, message.sender,
              Bound::text_or_null(message.recipient), Bound::text_or_null(message.subject), message.text,
              Bound::text_or_null(message.quoted), wire_name(row.outcome),
              row.case_id == 0 ? Bound(nullptr) : Bound(row.case_id), Bound::text_or_null(message.message_id)});
  if (!done) return done.error();
  const Result<std::optional<InboundRow>> written = inbound_by_source(transaction, message.source, message.source_id);
  if (!written) return written.error();
  if (!*written) return make_error(Code::internal, "error.internal", "inbound vanished");
  if (!message.raw.empty()) {
    done = change(transaction, "INSERT INTO inbound_raw (inbound_id, content) VALUES (?, ?)",
                  {(*written)->id, Bound::bytes(message.raw)});
    if (!done) return done.error();
  }
  return (*written)->id;
}

Result<std::int64_t> inbound_since(Reader& reader, std::string_view sender, Instant since) {
  return number(reader, "SELECT COUNT(*) FROM inbound WHERE sender = ? AND received_at >= ?",
                {sender, since.milliseconds});
}

Result<std::int64_t> last_case_of_sender(Reader& reader, std::string_view sender, Instant since) {
  return number(reader,
                R"sql(
                  SELECT case_id
                  FROM inbound
                  WHERE sender = ? AND received_at >= ? AND case_id IS NOT NULL AND outcome IN ('opened', 'joined')
                  ORDER BY received_at DESC, id DESC
                  LIMIT 1
                )sql",
                {sender, since.milliseconds});
}

Result<std::int64_t> waiting_case_of_mobile(Reader& reader, std::string_view mobile) {
  return number(reader,
                R"sql(
                  SELECT id
                  FROM cases
                  WHERE mobile = ? AND state = 'waiting_for_citizen'
                  ORDER BY id DESC
                  LIMIT 1
                )sql",
                {mobile});
}

Result<std::int64_t> case_of_message_id(Reader& reader, std::string_view message_id) {
  Result<std::int64_t> found =
      number(reader, "SELECT case_id FROM outbox WHERE message_id = ? AND case_id IS NOT NULL LIMIT 1", {message_id});
  if (!found || *found != 0) return found;
  return number(reader, "SELECT case_id FROM inbound WHERE message_id = ? AND case_id IS NOT NULL LIMIT 1",
                {message_id});
}

Result<std::vector<std::string>> message_ids_of_case(Reader& reader, std::int64_t case_id) {
  std::vector<std::string> ids;
  const Result<void> done = reader.query(
      R"sql(
        SELECT
          message_id,
          received_at AS at
        FROM inbound
        WHERE case_id = ? AND message_id IS NOT NULL
        UNION ALL
        SELECT
          message_id,
          settled_at AS at
        FROM outbox
        WHERE case_id = ? AND message_id IS NOT NULL AND state = 'sent'
        ORDER BY at
      )sql",
      {case_id, case_id}, [&](const Row& row) {
        ids.push_back(row.copy(0));
        return true;
      });
  if (!done) return done.error();
  return ids;
}

Result<bool> is_stopped(Reader& reader, std::string_view mobile) {
  return reader.first("SELECT 1 FROM sms_stopped WHERE mobile = ?", {mobile}, [](const Row&) {});
}

Result<void> set_stopped(Transaction& transaction, std::string_view mobile, bool stopped, Instant now) {
  if (!stopped) return change(transaction, "DELETE FROM sms_stopped WHERE mobile = ?", {mobile});
  return change(transaction, "INSERT INTO sms_stopped (mobile, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                {mobile, now.milliseconds});
}

constexpr std::string_view kStates =
    "SELECT name, paused, last_success, last_failure, failures, problem, cursor, balance FROM channel_states ";

Result<std::vector<ChannelState>> channel_states(Reader& reader) {
  std::vector<ChannelState> states;
  const Result<void> done = reader.query(
      std::string(kStates) + "/* whole table: one row for each gateway */ ORDER BY name", {}, [&](const Row& row) {
        states.push_back(read_state(row));
        return true;
      });
  if (!done) return done.error();
  return states;
}

Result<ChannelState> channel_state(Reader& reader, std::string_view name) {
  ChannelState state;
  const Result<bool> done =
      reader.first(std::string(kStates) + "WHERE name = ?", {name}, [&](const Row& row) { state = read_state(row); });
  if (!done) return done.error();
  state.name = name;
  return state;
}

Result<void> note_success(Transaction& transaction, std::string_view name, Instant now) {
  Result<void> done = begin_state(transaction, name);
  if (!done) return done;
  // Looks come every few seconds, and most find nothing: not each is worth a write.
  constexpr std::int64_t kGrain = 15 * kSecond;
  return change(transaction,
                R"sql(
                  UPDATE channel_states
                  SET
                    last_success = ?,
                    failures = 0,
                    problem = NULL
                  WHERE name = ? AND (failures > 0 OR last_success IS NULL OR ABS(? - last_success) >= ?)
                )sql",
                {now.milliseconds, name, now.milliseconds, kGrain});
}

Result<void> note_failure(Transaction& transaction, std::string_view name, std::string_view problem, Instant now) {
  Result<void> done = begin_state(transaction, name);
  if (!done) return done;
  return change(transaction,
                "UPDATE channel_states SET last_failure = ?, failures = failures + 1, problem = ? WHERE name = ?",
                {now.milliseconds, problem, name});
}

Result<void> set_balance(Transaction& transaction, std::string_view name, std::int64_t balance) {
  Result<void> done = begin_state(transaction, name);
  if (!done) return done;
  return change(transaction, "UPDATE channel_states SET balance = ? WHERE name = ?", {balance, name});
}

Result<void> set_paused(Transaction& transaction, std::string_view name, bool paused) {
  Result<void> done = begin_state(transaction, name);
  if (!done) return done;
  return change(transaction, "UPDATE channel_states SET paused = ? WHERE name = ?", {paused, name});
}

Result<void> set_cursor(Transaction& transaction, std::string_view name, std::string_view cursor) {
  Result<void> done = begin_state(transaction, name);
  if (!done) return done;
  return change(transaction, "UPDATE channel_states SET cursor = ? WHERE name = ?", {cursor, name});
}

}  // namespace hamandish::server

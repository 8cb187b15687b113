#include "server/store/outbox_store.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kSms = "sms";
constexpr std::string_view kEmail = "email";

OutboxRow read_message(const Row& row) {
  OutboxRow found;
  found.id = row.integer(0);
  found.message.channel = row.text(1) == kEmail ? OutboxChannel::email : OutboxChannel::sms;
  found.message.address = row.copy(2);
  found.message.text = row.copy(3);
  found.message.cause = row.copy(4);
  found.message.once = row.copy(5);
  found.message.case_id = row.integer(6);
  found.message.not_before = Instant{row.integer(7)};
  found.created_at = Instant{row.integer(8)};
  found.state = row.copy(9);
  found.attempts = row.integer(10);
  return found;
}

// The columns in the order of read_message.
constexpr std::string_view kSelect = R"sql(
    SELECT
      id,
      channel,
      address,
      text,
      cause,
      once,
      case_id,
      not_before,
      created_at,
      state,
      attempts
    FROM outbox
  )sql";

Result<std::vector<OutboxRow>> all(Reader& reader, std::string_view condition, std::initializer_list<Bound> bounds) {
  std::vector<OutboxRow> rows;
  const Result<void> done = reader.query(std::string(kSelect) + std::string(condition), bounds, [&](const Row& row) {
    rows.push_back(read_message(row));
    return true;
  });
  if (!done) return done.error();
  return rows;
}

}  // namespace

std::string_view wire_name(OutboxChannel channel) {
  return channel == OutboxChannel::email ? kEmail : kSms;
}

Result<bool> queue_message(Transaction& transaction, const OutboxMessage& message, Instant now) {
  const Instant start = message.not_before == Instant{} ? now : message.not_before;
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO outbox (
          channel,
          address,
          text,
          cause,
          once,
          case_id,
          created_at,
          not_before,
          state,
          attempts)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0)
        ON CONFLICT DO NOTHING
      )sql",
      {wire_name(message.channel), message.address, message.text, message.cause, Bound::text_or_null(message.once),
       message.case_id == 0 ? Bound(nullptr) : Bound(message.case_id), now.milliseconds, start.milliseconds});
  if (!done) return done.error();
  return *done == 1;
}

Result<void> drop_waiting(Transaction& transaction, std::int64_t case_id, std::string_view cause) {
  const Result<std::int64_t> done =
      transaction.execute("DELETE FROM outbox WHERE case_id = ? AND cause = ? AND state = 'waiting'", {case_id, cause});
  if (!done) return done.error();
  return {};
}

Result<std::vector<OutboxRow>> due_messages(Reader& reader, Instant now, std::int64_t limit) {
  return all(reader, "WHERE state = 'waiting' AND not_before <= ? ORDER BY not_before LIMIT ?",
             {now.milliseconds, limit});
}

Result<std::vector<OutboxRow>> messages_of_case(Reader& reader, std::int64_t case_id) {
  return all(reader, "WHERE case_id = ? ORDER BY id", {case_id});
}

Result<void> mark_sent(Transaction& transaction, std::int64_t id, Instant now) {
  const Result<std::int64_t> done = transaction.execute(
      "UPDATE outbox SET state = 'sent', attempts = attempts + 1, settled_at = ? WHERE id = ?", {now.milliseconds, id});
  if (!done) return done.error();
  return {};
}

Result<void> mark_failed(Transaction& transaction, std::int64_t id, Instant now, Instant again) {
  const bool last = again == Instant{};
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        UPDATE outbox
        SET
          state = ?,
          attempts = attempts + 1,
          not_before = ?,
          settled_at = ?
        WHERE id = ?
      )sql",
      {last ? "failed" : "waiting", last ? now.milliseconds : again.milliseconds,
       last ? Bound(now.milliseconds) : Bound(nullptr), id});
  if (!done) return done.error();
  return {};
}

}  // namespace hamandish::server

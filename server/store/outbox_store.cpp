#include "server/store/outbox_store.h"

#include "shared/base/wire_names.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kSms = "sms";
constexpr std::string_view kEmail = "email";
constexpr auto kDeliveryNames =
    std::to_array<std::string_view>({"accepted", "delivered", "undelivered", "blocked", "unknown"});

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
  found.gateway = row.copy(11);
  found.gateway_id = row.copy(12);
  found.delivery = delivery_from(row.text(13));
  found.delivery_at = Instant{row.integer(14)};
  found.parts = row.integer(15);
  found.problem = row.copy(16);
  found.trying_at = Instant{row.integer(17)};
  found.message_id = row.copy(18);
  found.settled_at = Instant{row.integer(19)};
  found.trying_with = row.copy(20);
  found.first_try_at = Instant{row.integer(21)};
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
      attempts,
      gateway,
      gateway_id,
      delivery,
      delivery_at,
      parts,
      problem,
      trying_at,
      message_id,
      settled_at,
      trying_with,
      first_try_at
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

Result<std::optional<OutboxRow>> one(Reader& reader, std::string_view condition, std::initializer_list<Bound> bounds) {
  std::optional<OutboxRow> found;
  const Result<bool> done = reader.first(std::string(kSelect) + std::string(condition), bounds,
                                         [&](const Row& row) { found = read_message(row); });
  if (!done) return done.error();
  return found;
}

Result<void> change(Transaction& transaction, std::string_view sql, std::initializer_list<Bound> bounds) {
  const Result<std::int64_t> done = transaction.execute(sql, bounds);
  if (!done) return done.error();
  return {};
}

}  // namespace

std::string_view wire_name(OutboxChannel channel) {
  return channel == OutboxChannel::email ? kEmail : kSms;
}

std::string_view wire_name(Delivery delivery) {
  return name_in(kDeliveryNames, delivery);
}
std::optional<Delivery> delivery_from(std::string_view wire_name) {
  return value_in<Delivery>(kDeliveryNames, wire_name);
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

Result<std::vector<OutboxRow>> due_messages(Reader& reader, OutboxChannel channel, Instant now, std::int64_t limit) {
  return all(reader, "WHERE state = 'waiting' AND not_before <= ? AND channel = ? ORDER BY not_before LIMIT ?",
             {now.milliseconds, wire_name(channel), limit});
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

Result<std::optional<OutboxRow>> outbox_message(Reader& reader, std::int64_t id) {
  return one(reader, "WHERE id = ?", {id});
}

Result<std::vector<OutboxRow>> dead_messages(Reader& reader, std::int64_t limit) {
  return all(reader, "WHERE state = 'failed' ORDER BY id DESC LIMIT ?", {limit});
}

Result<std::vector<OutboxRow>> messages_on_the_way(Reader& reader, const OnTheWay& which) {
  return all(reader, "WHERE gateway = ? AND delivery = 'accepted' AND id > ? AND settled_at >= ? ORDER BY id LIMIT ?",
             {which.gateway, which.after, which.since.milliseconds, which.limit});
}

Result<std::optional<OutboxRow>> message_of_gateway(Reader& reader, std::string_view gateway, std::string_view id) {
  return one(reader, "WHERE gateway = ? AND gateway_id = ?", {gateway, id});
}

Result<Backlog> backlog_of(Reader& reader, OutboxChannel channel, Instant now) {
  Backlog backlog;
  Result<bool> done = reader.first(
      R"sql(
        SELECT
          COUNT(*),
          MIN(not_before)
        FROM outbox
        WHERE state = 'waiting' AND not_before <= ? AND channel = ?
      )sql",
      {now.milliseconds, wire_name(channel)}, [&](const Row& row) {
        backlog.waiting = row.integer(0);
        backlog.oldest = Instant{row.integer(1)};
      });
  if (done) {
    done = reader.first("SELECT COUNT(*) FROM outbox WHERE state = 'failed' AND channel = ?", {wire_name(channel)},
                        [&](const Row& row) { backlog.dead = row.integer(0); });
  }
  if (!done) return done.error();
  return backlog;
}

Result<void> mark_trying(Transaction& transaction, std::int64_t id, const Trying& how, Instant now) {
  return change(
      transaction,
      R"sql(
                  UPDATE outbox
                  SET
                    trying_at = CASE WHEN trying_with = ? THEN trying_at ELSE ? END,
                    trying_with = ?,
                    first_try_at = COALESCE(first_try_at, ?),
                    message_id = COALESCE(message_id, ?)
                  WHERE id = ?
                )sql",
      {how.gateway, now.milliseconds, how.gateway, now.milliseconds, Bound::text_or_null(how.message_id), id});
}

// A report of delivery may come before the gateway's own answer: what is final stays.
Result<void> mark_taken(Transaction& transaction, std::int64_t id, const Taken& taken, Instant now) {
  return change(
      transaction,
      R"sql(
                  UPDATE outbox
                  SET
                    state = 'sent',
                    attempts = attempts + 1,
                    settled_at = ?,
                    trying_at = NULL,
                    trying_with = NULL,
                    problem = NULL,
                    gateway = ?,
                    gateway_id = ?,
                    parts = ?,
                    delivery = COALESCE(delivery, 'accepted'),
                    delivery_at = COALESCE(delivery_at, ?)
                  WHERE id = ?
                )sql",
      {now.milliseconds, taken.gateway, Bound::text_or_null(taken.gateway_id), taken.parts, now.milliseconds, id});
}

Result<void> mark_tried(Transaction& transaction, std::int64_t id, const Failure& failure, Instant now) {
  Result<void> done = mark_failed(transaction, id, now, failure.again);
  if (!done) return done;
  return change(transaction,
                R"sql(
                  UPDATE outbox
                  SET
                    problem = ?,
                    trying_at = CASE WHEN ? THEN trying_at END,
                    trying_with = CASE WHEN ? THEN trying_with END
                  WHERE id = ?
                )sql",
                {Bound::text_or_null(failure.problem), failure.in_doubt, failure.in_doubt, id});
}

Result<void> put_off(Transaction& transaction, std::int64_t id, Instant again) {
  return change(transaction, "UPDATE outbox SET not_before = ? WHERE id = ? AND state = 'waiting'",
                {again.milliseconds, id});
}

Result<void> mark_stopped(Transaction& transaction, std::int64_t id, Instant now) {
  return change(transaction, "UPDATE outbox SET state = 'stopped', settled_at = ? WHERE id = ?",
                {now.milliseconds, id});
}

// What is final stays: a late «on its way» changes nothing.
Result<void> mark_delivery(Transaction& transaction, std::int64_t id, Delivery delivery, Instant now) {
  return change(transaction,
                R"sql(
                  UPDATE outbox
                  SET
                    delivery = ?,
                    delivery_at = ?
                  WHERE id = ? AND (delivery IS NULL OR delivery IN ('accepted', 'unknown'))
                )sql",
                {wire_name(delivery), now.milliseconds, id});
}

Result<bool> revive(Transaction& transaction, std::int64_t id, Instant now) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        UPDATE outbox
        SET
          state = 'waiting',
          attempts = 0,
          not_before = ?,
          first_try_at = NULL,
          settled_at = NULL
        WHERE id = ? AND state = 'failed'
      )sql",
      {now.milliseconds, id});
  if (!done) return done.error();
  return *done == 1;
}

}  // namespace hamandish::server

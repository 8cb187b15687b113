#include "server/store/sms_parts_store.h"

namespace hamandish::server {
namespace {

Result<void> change(Transaction& transaction, std::string_view sql, std::initializer_list<Bound> bounds) {
  const Result<std::int64_t> done = transaction.execute(sql, bounds);
  return done ? Result<void>() : Result<void>(done.error());
}

SmsPartRow read_part(const Row& row) {
  SmsPartRow part;
  part.id = row.integer(0);
  part.source_id = row.copy(1);
  part.sender = row.copy(2);
  part.recipient = row.copy(3);
  part.part = {row.copy(4), static_cast<int>(row.integer(5)), static_cast<int>(row.integer(6))};
  part.text = row.copy(7);
  part.received_at = Instant{row.integer(8)};
  part.joined = !row.is_null(9);
  return part;
}

constexpr std::string_view kColumns =
    "SELECT id, source_id, sender, recipient, ref, total, number, text, received_at, joined_at, source FROM sms_parts ";

}  // namespace

Result<bool> part_is_known(Reader& reader, std::string_view source, std::string_view source_id) {
  return reader.first("SELECT 1 FROM sms_parts WHERE source = ? AND source_id = ?", {source, source_id},
                      [](const Row&) {});
}

Result<void> insert_part(Transaction& transaction, const Inbound& message, Instant now) {
  return change(transaction,
                R"sql(
                  INSERT INTO sms_parts (
                    source,
                    source_id,
                    sender,
                    recipient,
                    ref,
                    total,
                    number,
                    text,
                    received_at)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                )sql",
                {message.source, message.source_id, message.sender, message.recipient, message.part->ref,
                 message.part->total, message.part->number, message.text, now.milliseconds});
}

Result<std::vector<SmsPartRow>> parts_like(Reader& reader, const Inbound& message, Instant since) {
  std::vector<SmsPartRow> parts;
  const Result<void> done = reader.query(
      std::string(kColumns) +
          R"sql(
            WHERE source = ? AND sender = ? AND ref = ? AND total = ? AND recipient = ? AND received_at >= ?
            ORDER BY number, id
          )sql",
      {message.source, message.sender, message.part->ref, message.part->total, message.recipient, since.milliseconds},
      [&](const Row& row) {
        parts.push_back(read_part(row));
        return true;
      });
  if (!done) return done.error();
  return parts;
}

Result<void> mark_joined(Transaction& transaction, const std::vector<SmsPartRow>& parts, Instant now) {
  for (const SmsPartRow& part : parts) {
    // The words stand in the message now.
    Result<void> done =
        change(transaction, "UPDATE sms_parts SET joined_at = ?, text = '' WHERE id = ?", {now.milliseconds, part.id});
    if (!done) return done;
  }
  return {};
}

Result<WaitingPart> oldest_waiting_part(Reader& reader, Instant until) {
  WaitingPart found;
  const Result<bool> done =
      reader.first(std::string(kColumns) + "WHERE joined_at IS NULL AND received_at < ? ORDER BY received_at LIMIT 1",
                   {until.milliseconds}, [&](const Row& row) {
                     found = {row.copy(10), read_part(row)};
                   });
  if (!done) return done.error();
  return found;
}

Result<void> forget_joined_parts(Transaction& transaction, Instant until) {
  return change(transaction, "DELETE FROM sms_parts WHERE joined_at < ?", {until.milliseconds});
}

}  // namespace hamandish::server

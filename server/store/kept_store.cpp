#include "server/store/kept_store.h"

#include "server/store/channels_store.h"
#include "shared/cases/kinds.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kColumns = R"sql(
  SELECT
    i.id,
    i.outcome,
    i.received_at,
    COALESCE((SELECT LENGTH(r.content) FROM inbound_raw r WHERE r.inbound_id = i.id), 0),
    i.channel,
    i.source,
    i.source_id,
    i.sender,
    i.recipient,
    i.subject,
    i.text,
    i.quoted,
    i.message_id
  FROM inbound i
)sql";
// As the index inbound_kept says it.
constexpr std::string_view kKept = " i.case_id IS NULL AND i.outcome IN ('automatic', 'too_many', 'blank') ";

KeptMessage read_kept(const Row& row) {
  KeptMessage kept;
  kept.id = row.integer(0);
  kept.outcome = inbound_outcome_from(row.text(1)).value_or(InboundOutcome::blank);
  kept.received_at = Instant{row.integer(2)};
  kept.raw_bytes = row.integer(3);
  kept.message.channel = intake_from(row.text(4)).value_or(Intake::email);
  kept.message.source = row.copy(5);
  kept.message.source_id = row.copy(6);
  kept.message.sender = row.copy(7);
  kept.message.recipient = row.copy(8);
  kept.message.subject = row.copy(9);
  kept.message.text = row.copy(10);
  kept.message.quoted = row.copy(11);
  kept.message.message_id = row.copy(12);
  return kept;
}

}  // namespace

Result<std::vector<KeptMessage>> kept_messages(Reader& reader, std::int64_t before, std::int64_t limit) {
  std::vector<KeptMessage> found;
  const bool from_newest = before == 0;
  const std::string sql = std::string(kColumns) + "WHERE" + std::string(kKept) +
                          (from_newest ? "ORDER BY i.id DESC LIMIT ?" : "AND i.id < ? ORDER BY i.id DESC LIMIT ?");
  const auto take = [&](const Row& row) {
    found.push_back(read_kept(row));
    return true;
  };
  const Result<void> done = from_newest ? reader.query(sql, {limit}, take) : reader.query(sql, {before, limit}, take);
  if (!done) return done.error();
  return found;
}

Result<std::optional<KeptMessage>> kept_message(Reader& reader, std::int64_t id) {
  std::optional<KeptMessage> found;
  const Result<bool> done = reader.first(std::string(kColumns) + "WHERE i.id = ? AND" + std::string(kKept), {id},
                                         [&](const Row& row) { found = read_kept(row); });
  if (!done) return done.error();
  return found;
}

Result<std::string> raw_message(Reader& reader, std::int64_t id) {
  std::string raw;
  const Result<bool> done = reader.first("SELECT content FROM inbound_raw WHERE inbound_id = ?", {id},
                                         [&](const Row& row) { raw = row.copy(0); });
  if (!done) return done.error();
  return raw;
}

Result<void> give_to_case(Transaction& transaction, std::int64_t id, std::int64_t case_id) {
  // What it was taken for stands in the registration's event: a person made the case.
  const Result<std::int64_t> done =
      transaction.execute("UPDATE inbound SET case_id = ?, outcome = 'opened' WHERE id = ?", {case_id, id});
  return done ? Result<void>() : Result<void>(done.error());
}

}  // namespace hamandish::server

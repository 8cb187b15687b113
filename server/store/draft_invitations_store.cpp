#include "server/store/draft_invitations_store.h"

namespace hamandish::server {
namespace {

// The columns in the order of read_invitation.
constexpr std::string_view kSelect = R"sql(
    SELECT
      id,
      draft_id,
      token,
      commenter_group,
      name,
      channel,
      address,
      user_id,
      at,
      opened_at,
      comment_id
    FROM draft_invitations
  )sql";

DraftInvitationRow read_invitation(const Row& row) {
  DraftInvitationRow found;
  found.id = row.integer(0);
  found.draft_id = row.integer(1);
  found.token = row.copy(2);
  found.group = commenter_group_from(row.text(3)).value_or(CommenterGroup::expert);
  found.name = row.copy(4);
  found.channel = row.text(5) == wire_name(OutboxChannel::email) ? OutboxChannel::email : OutboxChannel::sms;
  found.address = row.copy(6);
  found.user_id = row.integer(7);
  found.at = Instant{row.integer(8)};
  found.opened_at = Instant{row.integer(9)};
  found.comment_id = row.integer(10);
  return found;
}

Result<void> only_done(const Result<std::int64_t>& changed) {
  if (!changed) return changed.error();
  return {};
}

}  // namespace

Result<std::int64_t> insert_invitation(Transaction& transaction, const DraftInvitationRow& row) {
  std::int64_t id = 0;
  const Result<bool> done = transaction.first(
      R"sql(
        INSERT INTO draft_invitations (draft_id, token, commenter_group, name, channel, address, user_id, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        RETURNING id
      )sql",
      {row.draft_id, Bound::bytes(row.token), wire_name(row.group), row.name, wire_name(row.channel), row.address,
       row.user_id, row.at.milliseconds},
      [&](const Row& inserted) { id = inserted.integer(0); });
  if (!done) return done.error();
  return id;
}

Result<std::optional<DraftInvitationRow>> invitation_by_token(Reader& reader, std::string_view token) {
  static const std::string kSql = std::string(kSelect) + "WHERE token = ?";
  std::optional<DraftInvitationRow> found;
  const Result<bool> done =
      reader.first(kSql, {Bound::bytes(token)}, [&](const Row& row) { found = read_invitation(row); });
  if (!done) return done.error();
  return found;
}

Result<bool> is_invited(Reader& reader, std::int64_t draft_id, std::string_view address) {
  return reader.first("SELECT 1 FROM draft_invitations WHERE draft_id = ? AND address = ?", {draft_id, address},
                      [](const Row&) {});
}

Result<std::vector<DraftInvitationRow>> invitations_of(Reader& reader, std::int64_t draft_id, int limit) {
  static const std::string kSql = std::string(kSelect) + "WHERE draft_id = ? ORDER BY id DESC LIMIT ?";
  std::vector<DraftInvitationRow> all;
  const Result<void> done = reader.query(kSql, {draft_id, limit}, [&](const Row& row) {
    all.push_back(read_invitation(row));
    return true;
  });
  if (!done) return done.error();
  return all;
}

Result<void> mark_opened(Transaction& transaction, std::int64_t id, Instant now) {
  return only_done(transaction.execute("UPDATE draft_invitations SET opened_at = ? WHERE id = ? AND opened_at IS NULL",
                                       {now.milliseconds, id}));
}

Result<void> mark_answered(Transaction& transaction, std::int64_t id, std::int64_t comment_id) {
  return only_done(transaction.execute(
      "UPDATE draft_invitations SET comment_id = ? WHERE id = ? AND comment_id IS NULL", {comment_id, id}));
}

}  // namespace hamandish::server

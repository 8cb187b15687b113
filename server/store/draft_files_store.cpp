#include "server/store/draft_files_store.h"

namespace hamandish::server {

Result<void> attach_to_comment(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t comment_id) {
  return attach(transaction, ids, FileOwner::draft_comment, comment_id);
}

Result<void> attach_to_draft(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t draft_id) {
  const Result<std::vector<AttachmentRow>> before = documents_of(transaction, draft_id);
  if (!before) return before.error();
  return attach(transaction, ids, FileOwner::draft, draft_id, before->empty() ? 0 : before->back().position + 1);
}

Result<bool> remove_document(Transaction& transaction, std::int64_t draft_id, std::string_view id) {
  const Result<std::int64_t> done =
      transaction.execute("DELETE FROM attachments WHERE id = ? AND draft_id = ?", {id, draft_id});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::vector<AttachmentRow>> documents_of(Reader& reader, std::int64_t draft_id) {
  return attachments_of(reader, FileOwner::draft, draft_id);
}

Result<std::vector<AttachmentRow>> files_of_comment(Reader& reader, std::int64_t comment_id) {
  return attachments_of(reader, FileOwner::draft_comment, comment_id);
}

Result<std::optional<DraftFile>> draft_file(Reader& reader, std::int64_t draft_id, std::string_view id) {
  static const std::string kSql = "SELECT " + std::string(kAttachmentColumns) + R"sql(,
      b.content,
      c.id
    FROM attachments a
    JOIN attachment_bytes b ON b.attachment_id = a.id
    LEFT JOIN draft_comments c ON c.id = a.draft_comment_id
    WHERE a.id = ? AND (a.draft_id = ? OR c.draft_id = ?)
  )sql";
  std::optional<DraftFile> found;
  const Result<bool> done = reader.first(kSql, {id, draft_id, draft_id}, [&](const Row& row) {
    found = DraftFile{{read_attachment(row), row.copy(kAfterAttachment)}, row.integer(kAfterAttachment + 1)};
  });
  if (!done) return done.error();
  return found;
}

}  // namespace hamandish::server

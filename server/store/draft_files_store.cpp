#include "server/store/draft_files_store.h"

namespace hamandish::server {
namespace {

AttachmentRow read_file(const Row& row) {
  AttachmentRow found;
  found.id = row.copy(0);
  found.position = row.integer(1);
  found.file_name = row.copy(2);
  found.mime = row.copy(3);
  found.bytes = row.integer(4);
  found.sha256 = row.copy(5);
  return found;
}

Result<std::vector<AttachmentRow>> files(Reader& reader, std::string_view sql, std::int64_t owner) {
  std::vector<AttachmentRow> all;
  const Result<void> done = reader.query(sql, {owner}, [&](const Row& row) {
    all.push_back(read_file(row));
    return true;
  });
  if (!done) return done.error();
  return all;
}

Result<void> give(Transaction& transaction, std::string_view sql, const std::vector<std::string>& ids,
                  std::int64_t owner, std::int64_t position) {
  for (const std::string& id : ids) {
    const Result<std::int64_t> done = transaction.execute(sql, {owner, position++, id});
    if (!done) return done.error();
    if (*done != 1) return make_error(Code::internal, "error.internal", "a file was not waiting");
  }
  return {};
}

}  // namespace

Result<void> attach_to_comment(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t comment_id) {
  constexpr std::string_view kSql = R"sql(
    UPDATE attachments
    SET
      draft_comment_id = ?,
      position = ?,
      expires_at = NULL
    WHERE id = ? AND expires_at IS NOT NULL
  )sql";
  return give(transaction, kSql, ids, comment_id, 0);
}

Result<void> attach_to_draft(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t draft_id) {
  constexpr std::string_view kSql = R"sql(
    UPDATE attachments
    SET
      draft_id = ?,
      position = ?,
      expires_at = NULL
    WHERE id = ? AND expires_at IS NOT NULL
  )sql";
  const Result<std::vector<AttachmentRow>> before = documents_of(transaction, draft_id);
  if (!before) return before.error();
  return give(transaction, kSql, ids, draft_id, before->empty() ? 0 : before->back().position + 1);
}

Result<bool> remove_document(Transaction& transaction, std::int64_t draft_id, std::string_view id) {
  const Result<std::int64_t> done =
      transaction.execute("DELETE FROM attachments WHERE id = ? AND draft_id = ?", {id, draft_id});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::vector<AttachmentRow>> documents_of(Reader& reader, std::int64_t draft_id) {
  constexpr std::string_view kSql = R"sql(
    SELECT id, position, file_name, mime, bytes, sha256 FROM attachments WHERE draft_id = ? ORDER BY position
  )sql";
  return files(reader, kSql, draft_id);
}

Result<std::vector<AttachmentRow>> files_of_comment(Reader& reader, std::int64_t comment_id) {
  constexpr std::string_view kSql = R"sql(
    SELECT id, position, file_name, mime, bytes, sha256 FROM attachments WHERE draft_comment_id = ? ORDER BY position
  )sql";
  return files(reader, kSql, comment_id);
}

Result<std::optional<DraftFile>> draft_file(Reader& reader, std::int64_t draft_id, std::string_view id) {
  std::optional<DraftFile> found;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT
          a.id,
          a.position,
          a.file_name,
          a.mime,
          a.bytes,
          a.sha256,
          b.content,
          c.id
        FROM attachments a
        JOIN attachment_bytes b ON b.attachment_id = a.id
        LEFT JOIN draft_comments c ON c.id = a.draft_comment_id
        WHERE a.id = ? AND (a.draft_id = ? OR c.draft_id = ?)
      )sql",
      {id, draft_id, draft_id}, [&](const Row& row) {
        found = DraftFile{{read_file(row), row.copy(6)}, row.integer(7)};
      });
  if (!done) return done.error();
  return found;
}

}  // namespace hamandish::server

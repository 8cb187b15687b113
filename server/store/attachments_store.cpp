#include "server/store/attachments_store.h"

#include "server/base/random.h"

namespace hamandish::server {

AttachmentRow read_attachment(const Row& row) {
  AttachmentRow found;
  found.id = row.copy(0);
  found.position = row.integer(1);
  found.file_name = row.copy(2);
  found.mime = row.copy(3);
  found.bytes = row.integer(4);
  found.sha256 = row.copy(5);
  return found;
}

namespace {

std::string_view column_of(FileOwner owner) {
  switch (owner) {
    case FileOwner::draft:
      return "draft_id";
    case FileOwner::draft_comment:
      return "draft_comment_id";
    case FileOwner::citizen_case:
      break;
  }
  return "case_id";
}

Result<std::optional<AttachmentContent>> content_where(Reader& reader, std::string_view condition,
                                                       std::initializer_list<Bound> bounds) {
  const std::string sql = "SELECT " + std::string(kAttachmentColumns) +
                          ", b.content FROM attachments a JOIN attachment_bytes b ON b.attachment_id = a.id WHERE " +
                          std::string(condition);
  std::optional<AttachmentContent> found;
  const Result<bool> done = reader.first(sql, bounds, [&](const Row& row) {
    found = AttachmentContent{read_attachment(row), row.copy(kAfterAttachment)};
  });
  if (!done) return done.error();
  return found;
}

}  // namespace

Result<void> insert_waiting_attachment(Transaction& transaction, const AttachmentRow& row, std::string_view content,
                                       Instant expires_at) {
  const Result<std::int64_t> inserted = transaction.execute(
      R"sql(
        INSERT INTO attachments (
          id,
          position,
          file_name,
          mime,
          bytes,
          sha256,
          expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
      )sql",
      {row.id, row.position, row.file_name, row.mime, row.bytes, Bound::bytes(row.sha256), expires_at.milliseconds});
  if (!inserted) return inserted.error();
  const Result<std::int64_t> stored = transaction.execute(
      "INSERT INTO attachment_bytes (attachment_id, content) VALUES (?, ?)", {row.id, Bound::bytes(content)});
  if (!stored) return stored.error();
  return {};
}

Result<bool> all_waiting(Reader& reader, const std::vector<std::string>& ids, Instant now) {
  for (const std::string& id : ids) {
    const Result<bool> found = reader.first("SELECT 1 FROM attachments WHERE id = ? AND expires_at > ?",
                                            {id, now.milliseconds}, [](const Row&) {});
    if (!found) return found.error();
    if (!*found) return false;
  }
  return true;
}

Result<void> attach(Transaction& transaction, const std::vector<std::string>& ids, FileOwner owner,
                    std::int64_t owner_id, std::int64_t position) {
  const std::string sql = "UPDATE attachments SET " + std::string(column_of(owner)) +
                          " = ?, position = ?, expires_at = NULL WHERE id = ? AND expires_at IS NOT NULL";
  for (const std::string& id : ids) {
    const Result<std::int64_t> done = transaction.execute(sql, {owner_id, position++, id});
    if (!done) return done.error();
    if (*done != 1) return make_error(Code::internal, "error.internal", "an attachment was not waiting");
  }
  return {};
}

Result<std::vector<AttachmentRow>> attachments_of(Reader& reader, FileOwner owner, std::int64_t owner_id) {
  const std::string sql = "SELECT " + std::string(kAttachmentColumns) + " FROM attachments a WHERE a." +
                          std::string(column_of(owner)) + " = ? ORDER BY a.position";
  std::vector<AttachmentRow> all;
  const Result<void> done = reader.query(sql, {owner_id}, [&](const Row& row) {
    all.push_back(read_attachment(row));
    return true;
  });
  if (!done) return done.error();
  return all;
}

Result<std::optional<AttachmentContent>> attachment_content(Reader& reader, std::int64_t case_id, std::string_view id) {
  return content_where(reader, "a.id = ? AND a.case_id = ?", {id, case_id});
}

Result<std::optional<AttachmentContent>> waiting_content(Reader& reader, std::string_view id, Instant now) {
  return content_where(reader, "a.id = ? AND a.expires_at > ?", {id, now.milliseconds});
}

Result<std::int64_t> waiting_bytes(Reader& reader) {
  std::int64_t bytes = 0;
  const Result<bool> done = reader.first("SELECT COALESCE(SUM(bytes), 0) FROM attachments WHERE expires_at IS NOT NULL",
                                         {}, [&](const Row& row) { bytes = row.integer(0); });
  if (!done) return done.error();
  return bytes;
}

Result<bool> delete_waiting(Transaction& transaction, std::string_view id) {
  const Result<std::int64_t> done =
      transaction.execute("DELETE FROM attachments WHERE id = ? AND expires_at IS NOT NULL", {id});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::int64_t> delete_expired_attachments(Transaction& transaction, Instant now) {
  return transaction.execute("DELETE FROM attachments WHERE expires_at <= ?", {now.milliseconds});
}

Result<void> verify_attachments(Reader& reader) {
  std::string broken;
  const Result<void> done = reader.query(
      R"sql(
        SELECT
          a.id,
          a.sha256,
          b.content
        FROM attachments a
        LEFT JOIN attachment_bytes b ON b.attachment_id = a.id
        -- whole table
      )sql",
      {}, [&](const Row& row) {
        if (sha256(row.text(2)) != row.text(1)) broken = row.copy(0);
        return broken.empty();
      });
  if (!done) return done.error();
  if (broken.empty()) return {};
  return make_error(Code::internal, "error.internal", "attachment " + broken + " was changed");
}

}  // namespace hamandish::server

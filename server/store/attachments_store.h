// Files: waiting for what they will belong to, or belonging to a case, a draft or a comment on one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/rows.h"

namespace hamandish::server {

Result<void> insert_waiting_attachment(Transaction& transaction, const AttachmentRow& row, std::string_view content,
                                       Instant expires_at);

// Whether all of them wait for what they will belong to.
Result<bool> all_waiting(Reader& reader, const std::vector<std::string>& ids, Instant now);
// What a file belongs to once it waits no more.
enum class FileOwner { citizen_case, draft, draft_comment };
// Gives them to their owner, in this order, with the places from `position` on. All must be waiting.
Result<void> attach(Transaction& transaction, const std::vector<std::string>& ids, FileOwner owner,
                    std::int64_t owner_id, std::int64_t position = 0);

// In their order.
Result<std::vector<AttachmentRow>> attachments_of(Reader& reader, FileOwner owner, std::int64_t owner_id);

// For statements of other stores: the columns of `attachments a` that read_attachment reads, from the first on.
inline constexpr std::string_view kAttachmentColumns = "a.id, a.position, a.file_name, a.mime, a.bytes, a.sha256";
inline constexpr int kAfterAttachment = 6;
AttachmentRow read_attachment(const Row& row);

struct AttachmentContent {
  AttachmentRow row;
  std::string content;
};
Result<std::optional<AttachmentContent>> attachment_content(Reader& reader, std::int64_t case_id, std::string_view id);

// Reads all files and compares them with their hashes. Internal with the id of the first that does not fit in `detail`.
Result<void> verify_attachments(Reader& reader);

// Of a file that waits.
Result<std::optional<AttachmentContent>> waiting_content(Reader& reader, std::string_view id, Instant now);
// The sum of what waits.
Result<std::int64_t> waiting_bytes(Reader& reader);
// False if no such file waits.
Result<bool> delete_waiting(Transaction& transaction, std::string_view id);
Result<std::int64_t> delete_expired_attachments(Transaction& transaction, Instant now);

}  // namespace hamandish::server

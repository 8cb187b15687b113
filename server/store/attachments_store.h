// Files: waiting for a case, or belonging to one.
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
// Gives them to a case, in this order. All must be waiting.
Result<void> attach(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t case_id);

// In their order.
Result<std::vector<AttachmentRow>> attachments_of(Reader& reader, std::int64_t case_id);

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

// Files of comments on drafts, and documents that stand behind a draft. They wait for what they belong to as those of cases
// do (attachments_store.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/attachments_store.h"
#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

// Of an own comment or of the draft itself. All must be waiting.
Result<void> attach_to_comment(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t comment_id);
Result<void> attach_to_draft(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t draft_id);
// False if the draft has no such document.
Result<bool> remove_document(Transaction& transaction, std::int64_t draft_id, std::string_view id);

// In their order.
Result<std::vector<AttachmentRow>> documents_of(Reader& reader, std::int64_t draft_id);
Result<std::vector<AttachmentRow>> files_of_comment(Reader& reader, std::int64_t comment_id);

// A file with whatever it belongs to in this draft.
struct DraftFile {
  AttachmentContent file;
  std::int64_t comment_id = 0;  // 0: a document of the draft
};
Result<std::optional<DraftFile>> draft_file(Reader& reader, std::int64_t draft_id, std::string_view id);

}  // namespace hamandish::server

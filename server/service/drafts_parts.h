// What the files of the drafts' service share. Not for others: they use drafts_service.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/service/drafts_service.h"

namespace hamandish::server::drafts {

Error forbidden();
Error no_draft();
// Invalid with one field.
Error field_error(const char* field, const char* key);

// Conflict «draft.changed_meanwhile» if the stored version is not row.version.
Result<void> save(Transaction& transaction, const DraftRow& row);
// The step in the chain; `user_id`: nothing for the clock.
Result<void> record(Transaction& transaction, const DraftRow& row, DraftStep step, std::optional<std::int64_t> user_id,
                    std::string reason, const Clauses& text, Instant now);
// The comment as the public may read it: with marks for the passages that it does not read.
void make_public(DraftCommentRow& comment);
// The files that came with the comment.
Result<void> fill_files(Reader& reader, DraftCommentRow& comment);
// Invalid with `field`: form.too_many_attachments, form.attachment_unknown.
Result<void> check_file_count(const std::vector<std::string>& files, const char* field);
Result<void> check_waiting(Reader& reader, const std::vector<std::string>& files, const char* field, Instant now);
// The comment came by this link; nothing for an empty one or one of another draft.
Result<void> answer_invitation(Transaction& transaction, std::int64_t draft_id, std::string_view token,
                               std::int64_t comment_id);

// The whole disposition table.
Result<std::vector<DispositionRow>> dispositions(Reader& reader, std::int64_t draft_id);

struct Change {
  std::string before;
  std::string after;
};
Result<void> tell_audit(Transaction& transaction, const Actor& actor, const char* area, std::string subject,
                        Change change, Instant now);

}  // namespace hamandish::server::drafts

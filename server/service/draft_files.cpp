// Documents behind drafts, and files of comments.
#include <utility>

#include "server/service/drafts_parts.h"
#include "server/service/uploads_service.h"

namespace hamandish::server {
namespace drafts {

Result<void> fill_files(Reader& reader, DraftCommentRow& comment) {
  Result<std::vector<AttachmentRow>> files = files_of_comment(reader, comment.id);
  if (!files) return files.error();
  comment.files = std::move(files).value();
  return {};
}

Result<void> check_file_count(const std::vector<std::string>& files, const char* field) {
  if (files.size() <= static_cast<std::size_t>(kMaxUploadsPerCase)) return {};
  Error error = field_error(field, "form.too_many_attachments");
  error.fields.front().params = {{"max", std::to_string(kMaxUploadsPerCase)}, {"count", std::to_string(files.size())}};
  return error;
}

Result<void> check_waiting(Reader& reader, const std::vector<std::string>& files, const char* field, Instant now) {
  const Result<bool> waiting = all_waiting(reader, files, now);
  if (!waiting) return waiting.error();
  if (!*waiting) return field_error(field, "form.attachment_unknown");
  return {};
}

}  // namespace drafts

using namespace drafts;  // NOLINT(google-build-using-namespace)

namespace {

// Whoever may edit the draft, as long as it may be edited.
Result<void> check_editable(Reader& reader, const Actor& actor, std::int64_t draft_id) {
  if (!may_take(actor.role, DraftStep::edit)) return forbidden();
  const Result<std::optional<DraftRow>> row = draft_by_id(reader, draft_id);
  if (!row) return row.error();
  if (!*row) return no_draft();
  const Result<DraftState> next = next_state((*row)->state, DraftStep::edit);
  if (!next) return next.error();
  return {};
}

std::string names_of(const std::vector<AttachmentRow>& files) {
  std::string names;
  for (const AttachmentRow& file : files) names += (names.empty() ? "" : "\n") + file.file_name;
  return names;
}

}  // namespace

Result<void> DraftsService::add_documents(const Actor& actor, std::int64_t draft_id,
                                          const std::vector<std::string>& files, Instant now) {
  if (!may_take(actor.role, DraftStep::edit)) return forbidden();
  if (files.empty()) return field_error("documents", "form.attach");
  return database_.write([&](Transaction& transaction) -> Result<void> {
    if (Result<void> fit = check_editable(transaction, actor, draft_id); !fit) return fit;
    if (Result<void> fit = check_file_count(files, "documents"); !fit) return fit;
    if (Result<void> fit = check_waiting(transaction, files, "documents", now); !fit) return fit;
    const Result<std::vector<AttachmentRow>> before = documents_of(transaction, draft_id);
    if (!before) return before.error();
    if (Result<void> given = attach_to_draft(transaction, files, draft_id); !given) return given;
    const Result<std::vector<AttachmentRow>> after = documents_of(transaction, draft_id);
    if (!after) return after.error();
    return tell_audit(transaction, actor, "draft_documents", std::to_string(draft_id),
                      {names_of(*before), names_of(*after)}, now);
  });
}

Result<void> DraftsService::remove_document(const Actor& actor, std::int64_t draft_id, std::string_view id,
                                            Instant now) {
  if (!may_take(actor.role, DraftStep::edit)) return forbidden();
  const std::string wanted(id);
  return database_.write([&](Transaction& transaction) -> Result<void> {
    if (Result<void> fit = check_editable(transaction, actor, draft_id); !fit) return fit;
    const Result<std::vector<AttachmentRow>> before = documents_of(transaction, draft_id);
    if (!before) return before.error();
    const Result<bool> removed = server::remove_document(transaction, draft_id, wanted);
    if (!removed) return removed.error();
    if (!*removed) return make_error(Code::not_found, "form.attachment_unknown");
    const Result<std::vector<AttachmentRow>> after = documents_of(transaction, draft_id);
    if (!after) return after.error();
    return tell_audit(transaction, actor, "draft_documents", std::to_string(draft_id),
                      {names_of(*before), names_of(*after)}, now);
  });
}

Result<AttachmentContent> DraftsService::public_file(std::int64_t draft_id, std::string_view id) {
  AttachmentContent file;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Error unknown = make_error(Code::not_found, "error.not_found");
    const Result<std::optional<DraftRow>> draft = draft_by_id(reader, draft_id);
    if (!draft) return draft.error();
    if (!*draft || !is_public((*draft)->state, (*draft)->was_open)) return unknown;
    Result<std::optional<DraftFile>> found = draft_file(reader, draft_id, id);
    if (!found) return found.error();
    if (!*found) return unknown;
    if ((*found)->comment_id != 0) {
      const Result<std::optional<DraftCommentRow>> comment = comment_by_id(reader, (*found)->comment_id);
      if (!comment) return comment.error();
      if (!*comment || (*comment)->state != CommentState::published || !(*comment)->files_shown) return unknown;
    }
    file = std::move((*found)->file);
    return {};
  });
  if (!done) return done.error();
  return file;
}

Result<AttachmentContent> DraftsService::staff_file(const Actor& actor, std::int64_t draft_id, std::string_view id) {
  if (!may_moderate(actor.role)) return forbidden();
  AttachmentContent file;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<DraftFile>> found = draft_file(reader, draft_id, id);
    if (!found) return found.error();
    if (!*found) return make_error(Code::not_found, "error.not_found");
    file = std::move((*found)->file);
    return {};
  });
  if (!done) return done.error();
  return file;
}

}  // namespace hamandish::server

#include "server/service/drafts_parts.h"

#include <utility>

#include "server/service/cases_parts.h"
#include "server/store/audit_store.h"
#include "shared/consultations/redaction.h"

namespace hamandish::server::drafts {

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

Error no_draft() {
  return make_error(Code::not_found, "draft.not_found");
}

Error field_error(const char* field, const char* key) {
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({field, key, {}});
  return error;
}

Result<void> save(Transaction& transaction, const DraftRow& row) {
  const Result<bool> saved = update_draft(transaction, row);
  if (!saved) return saved.error();
  if (!*saved) return make_error(Code::conflict, "draft.changed_meanwhile");
  return {};
}

Result<void> record(Transaction& transaction, const DraftRow& row, DraftStep step, std::optional<std::int64_t> user_id,
                    std::string reason, const Clauses& text, Instant now) {
  DraftStepRow made;
  made.draft_id = row.id;
  made.step = step;
  made.at = now;
  made.user_id = user_id;
  made.text = std::move(reason);
  made.text_hash = hash_of(text);
  return append_draft_step(transaction, made);
}

void make_public(DraftCommentRow& comment) {
  if (comment.redacted.empty()) {
    comment.verdict_reason.clear();  // of a verdict that has been changed since
    return;
  }
  comment.body = redact(comment.body, comment.redacted);
  comment.wording = redact(comment.wording, comment.redacted);
}

Result<std::vector<DispositionRow>> dispositions(Reader& reader, std::int64_t draft_id) {
  constexpr int kPage = 500;
  std::vector<DispositionRow> rows;
  std::int64_t after = 0;
  while (true) {
    const Result<std::vector<DraftAnswerRow>> page = answers_of(reader, draft_id, after, kPage);
    if (!page) return page.error();
    for (const DraftAnswerRow& one : *page) rows.push_back(one.content);
    if (page->size() < kPage) return rows;
    after = page->back().id;
  }
}

Result<void> tell_audit(Transaction& transaction, const Actor& actor, const char* area, std::string subject,
                        Change change, Instant now) {
  AuditRow row;
  row.at = now;
  row.user_id = user_id_of(actor);
  row.area = area;
  row.subject = std::move(subject);
  row.action = "changed";
  row.before = std::move(change.before);
  row.after = std::move(change.after);
  return insert_audit(transaction, row);
}

}  // namespace hamandish::server::drafts

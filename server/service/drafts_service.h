// Draft regulations: from their preparation through the public's comments to their issue. The rules stand in
// shared/consultations; each public function here is one transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/service/organisation.h"
#include "server/store/database.h"
#include "server/store/draft_comments_store.h"
#include "server/store/draft_files_store.h"
#include "server/store/draft_imports_store.h"
#include "server/store/draft_invitations_store.h"
#include "server/store/drafts_store.h"
#include "shared/consultations/comment.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// What comes with a comment besides its answers.
struct CommentExtras {
  std::vector<std::string> files;  // ids of waiting attachments
  std::string invitation;          // what a personal link holds
};

class DraftsService {
 public:
  DraftsService(Organisation& organisation, Database& database) : organisation_(organisation), database_(database) {}

  // What people write when they make or edit one.
  struct Content {
    DraftKind kind = DraftKind::circular;
    DraftOrigin origin = DraftOrigin::own;
    std::string title;
    std::string purpose;
    std::string affects;
    std::string unit_id;
    int days = 0;  // 0: what the rule promises
    std::string days_reason;
    std::string plain_text;  // its clauses are found (shared/consultations/clauses.h)
  };
  // What a step needs beside the draft: the day of opening, the new last day, a reason, the amended text, the number.
  struct StepWords {
    Day day;
    std::string reason;
    std::string plain_text;
    std::string number;
  };
  struct Whole {
    DraftRow row;
    Clauses proposed;
    Clauses amended;  // empty until there are some
    std::vector<DraftStepRow> steps;
    std::vector<AttachmentRow> documents{};
  };

  // --- The public

  // A part of a list that walks through `states` in their order, the newest first in each; `from`: after this one.
  struct Part {
    std::vector<DraftRow> rows;       // at most `limit`
    std::optional<DraftMark> next{};  // where the next part begins; nothing: there is none
  };
  using States = std::span<const DraftState>;
  // Only what was open for comment.
  Result<Part> published(States states, const std::optional<DraftMark>& from, int limit);
  // Those that are open now, the newest first.
  Result<std::vector<DraftRow>> open_ones();
  // Not found also for a draft that was never open.
  Result<Whole> published_draft(std::int64_t id);
  // What the public may read of the comments, the newest first, below `before` (0: from the newest). For passages that a
  // moderator marked stands the mark (shared/consultations/redaction.h); verdict_reason says why.
  Result<std::vector<DraftCommentRow>> published_comments(std::int64_t draft_id, std::string_view clause_id,
                                                          std::int64_t before, int limit);
  // What became of each of these comments, in their order.
  Result<std::vector<DispositionRow>> outcomes_of(const std::vector<DraftCommentRow>& comments);
  // The tracking code (16 digits, which suffices alone). The same key again: the same code. Conflict «draft.closed»
  // outside the window; otherwise as check_comment.
  // Invalid with field attachments: form.attachment_unknown, form.too_many_attachments.
  Result<std::string> comment(std::int64_t draft_id, std::string_view clause_id, const Answers& answers,
                              std::string_view idempotency_key, Instant now, const CommentExtras& extras = {});
  // A document of a public draft, or a file of a comment with which the public reads it.
  Result<AttachmentContent> public_file(std::int64_t draft_id, std::string_view id);
  // Who is invited by this link; remembers that it was opened. Not found (invitation.unknown), also of another draft.
  Result<DraftInvitationRow> open_invitation(std::int64_t draft_id, std::string_view token, Instant now);
  // The newest steps of drafts, for those who follow them.
  Result<std::vector<PublicDraftStep>> newest_steps(int limit);
  // One row of the disposition table with what it answers: for the public the first comment of the group that may be read,
  // as it may be read; for staff the first one as it was written. Nothing: none may be read.
  struct TableRow {
    DispositionRow answer;
    std::optional<DraftCommentRow> said;
  };
  struct Table {
    DraftRow draft;
    Clauses clauses;  // proposed, and those that were added
    std::vector<TableRow> rows;
  };
  // The public's, of an issued draft; not found for others.
  Result<Table> disposition_table(std::int64_t draft_id);
  // What was heard: outcomes of the whole disposition table, and who spoke.
  struct Heard {
    DispositionCounts outcomes;
    GroupCounts groups{};
  };
  Result<Heard> counts(std::int64_t draft_id);
  // What became of one's own comment. Not found (comment.not_found).
  struct OwnComment {
    DraftCommentRow comment;
    DraftRow draft;
    DispositionRow answer;
    std::string clause_name;
    std::string clause_text;
    std::optional<Clause> changed;  // what the answer says was changed for it
  };
  Result<OwnComment> own_comment(std::string_view tracking_code);

  // --- Staff; forbidden unless the role may (shared/consultations/transitions.h, may_moderate)

  Result<Part> all(const Actor& actor, States states, const std::optional<DraftMark>& from, int limit);
  Result<Whole> whole(const Actor& actor, std::int64_t id);
  // Reads the text out of a file and keeps it for this person until the next one. Invalid or too large with the field
  // draft_file: what is wrong with the file (docx_text.h) or its text (clauses.h), which is kept too.
  Result<void> import(const Actor& actor, std::string_view file_name, std::string_view bytes, Instant now);
  Result<std::optional<DraftImportRow>> imported(const Actor& actor);
  Result<std::int64_t> create(const Actor& actor, const Content& content, Instant now);
  // Conflict «draft.changed_meanwhile» if `version` is not the present one, here and in `take`.
  Result<void> edit(const Actor& actor, std::int64_t id, std::int64_t version, const Content& content, Instant now);
  // Any step of people but edit. See window.h and disposition.h for what can be wrong.
  Result<void> take(const Actor& actor, std::int64_t id, std::int64_t version, DraftStep step, const StepWords& words,
                    Instant now);

  Result<std::vector<DraftCommentRow>> comments(const Actor& actor, std::int64_t draft_id, CommentState state,
                                                std::int64_t before, int limit);
  // A reason is needed to hold or reject one (reason: comment.reason_needed) and to redact passages (reason:
  // comment.redaction_reason_needed), each of which must stand in the comment (redacted: comment.redaction_not_found with
  // {passage}); the author reads it. Stands in the audit, as `answer` does.
  Result<void> moderate(const Actor& actor, std::int64_t comment_id, const CommentVerdict& verdict, Instant now);

  struct Answer {
    DraftAnswerRow row;
    std::vector<DraftCommentRow> comments;  // the first few of the group
  };
  enum class Rows { all, undecided };
  Result<std::vector<Answer>> answers(const Actor& actor, std::int64_t draft_id, std::int64_t after, int limit,
                                      Rows rows = Rows::all);
  Result<void> answer(const Actor& actor, std::int64_t answer_id, const DispositionRow& content, Instant now);
  // --- Documents behind a draft: whoever may edit it, as long as it may be edited

  // Ids of waiting attachments. Invalid with field documents: form.attachment_unknown, form.too_many_attachments.
  Result<void> add_documents(const Actor& actor, std::int64_t draft_id, const std::vector<std::string>& files,
                             Instant now);
  Result<void> remove_document(const Actor& actor, std::int64_t draft_id, std::string_view id, Instant now);
  // Of the draft or of any of its comments.
  Result<AttachmentContent> staff_file(const Actor& actor, std::int64_t draft_id, std::string_view id);

  // --- Invitations: those who moderate

  // One message for each with a link of its own, through the outbox. Invalid with fields: group, invited
  // (invitation.none, invitation.too_many, invitation.bad_line with {line}). Conflict «draft.closed» unless the draft is
  // approved or open. Gives how many were invited; who was invited before is left out.
  struct Invited {
    CommenterGroup group = CommenterGroup::expert;
    std::string lines;   // each «name, mobile or e-mail»
    std::string origin;  // of this site: https://...
  };
  Result<std::int64_t> invite(const Actor& actor, std::int64_t draft_id, const Invited& invited, Instant now);
  Result<std::vector<DraftInvitationRow>> invitations(const Actor& actor, std::int64_t draft_id);

  // The whole table of any draft.
  Result<Table> disposition_table(const Actor& actor, std::int64_t draft_id);

  // --- The clock: opens and closes what is due. Gives how many drafts moved.
  Result<int> run_clock(Instant now);

 private:
  Result<Whole> read_whole(Reader& reader, std::int64_t id);

  Organisation& organisation_;
  Database& database_;
};

}  // namespace hamandish::server

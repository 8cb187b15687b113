// Comments on drafts, and the groups in which they are answered.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/rows.h"
#include "shared/base/time.h"
#include "shared/consultations/disposition.h"
#include "shared/consultations/draft.h"
#include "shared/consultations/same_text.h"

namespace hamandish::server {

// Whether the public reads it: decided by public relations or the regulations office.
enum class CommentState { waiting, published, held, rejected };
inline constexpr std::array kCommentStates = {CommentState::waiting, CommentState::published, CommentState::held,
                                              CommentState::rejected};
std::string_view wire_name(CommentState state);
std::optional<CommentState> comment_state_from(std::string_view wire_name);

struct DraftCommentRow {
  std::int64_t id = 0;  // given by insert_comment
  std::int64_t draft_id = 0;
  std::string clause_id;  // empty: on the whole
  std::string tracking_code;
  std::string request_key;  // bytes; hash of the Idempotency-Key
  Instant at;
  CommenterGroup group = CommenterGroup::citizen;
  Publication publication = Publication::not_at_all;
  std::string first_name;
  std::string last_name;
  std::string organisation;
  std::string mobile;
  std::string email;
  std::string body;
  std::string wording;  // proposed in place of the clause's text
  TextPrint print;
  CommentState state = CommentState::waiting;
  std::string verdict_reason;
  std::int64_t answer_id = 0;
  std::string redacted;  // passages that the public does not read, each in a line (shared/consultations/redaction.h)
  bool files_shown = false;            // the public reads the files too
  std::vector<AttachmentRow> files{};  // filled by the service
};

// What a moderator decides of a comment.
struct CommentVerdict {
  CommentState state = CommentState::waiting;
  std::string reason;    // that the author reads
  std::string redacted;  // as DraftCommentRow::redacted
  bool files_shown = false;
};

struct DraftAnswerRow {
  std::int64_t id = 0;
  std::int64_t draft_id = 0;
  DispositionRow content;
};

// Nothing if the request key or the code is taken, else the id. Also counts it in drafts.comment_count.
Result<std::optional<std::int64_t>> insert_comment(Transaction& transaction, const DraftCommentRow& row);
Result<std::optional<DraftCommentRow>> comment_by_request(Reader& reader, std::string_view request_key);
Result<std::optional<DraftCommentRow>> comment_by_code(Reader& reader, std::string_view code);
Result<std::optional<DraftCommentRow>> comment_by_id(Reader& reader, std::int64_t id);

// Of one draft and state, the newest first, below `before` (0: from the newest). With `clause_id`: on that clause only.
Result<std::vector<DraftCommentRow>> comments_of(Reader& reader, std::int64_t draft_id, CommentState state,
                                                 std::string_view clause_id, std::int64_t before, int limit);
// Of one group, oldest first.
Result<std::vector<DraftCommentRow>> comments_of_answer(Reader& reader, std::int64_t answer_id, int limit);
// The oldest of a group that the public may read.
Result<std::optional<DraftCommentRow>> first_published_of(Reader& reader, std::int64_t answer_id);
Result<void> set_comment_verdict(Transaction& transaction, std::int64_t id, const CommentVerdict& verdict);
// Puts a comment into another group of the same draft, and takes a group away that is empty then.
Result<void> move_comment(Transaction& transaction, const DraftCommentRow& row, std::int64_t answer_id);

// How many comments came from each group, in the order of kCommenterGroups.
using GroupCounts = std::array<std::int64_t, kCommenterGroups.size()>;
Result<GroupCounts> count_groups(Reader& reader, std::int64_t draft_id);
// What became of all, without reading a word of them.
Result<DispositionCounts> count_outcomes(Reader& reader, std::int64_t draft_id);

// A new group without comments; gives its id.
Result<std::int64_t> insert_answer(Transaction& transaction, std::int64_t draft_id);
Result<void> write_answer(Transaction& transaction, const DraftAnswerRow& row);
Result<std::optional<DraftAnswerRow>> answer_by_id(Reader& reader, std::int64_t id);
// Of one draft, oldest first, above `after`.
Result<std::vector<DraftAnswerRow>> answers_of(Reader& reader, std::int64_t draft_id, std::int64_t after, int limit);
// The same of those without an outcome.
Result<std::vector<DraftAnswerRow>> undecided_answers_of(Reader& reader, std::int64_t draft_id, std::int64_t after,
                                                         int limit);

// The newest groups of a draft with the print of their first comment, for finding the campaign that a comment belongs to.
struct AnswerPrint {
  std::int64_t answer_id = 0;
  TextPrint print;
};
Result<std::vector<AnswerPrint>> prints_of(Reader& reader, std::int64_t draft_id, std::string_view clause_id,
                                           int limit);

}  // namespace hamandish::server

// Comments on drafts: taken, moderated, answered.
#include <array>
#include <cstring>
#include <utility>

#include "server/base/random.h"
#include "server/service/drafts_parts.h"
#include "shared/consultations/redaction.h"
#include "shared/identity/tracking_code.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

using namespace drafts;  // NOLINT(google-build-using-namespace)

constexpr std::size_t kMostKeyBytes = 200;
constexpr int kGroupsLookedAt = 2000;  // newest groups that a comment is compared with
constexpr int kShownOfGroup = 5;

std::string new_code() {
  std::array<std::uint8_t, 32> bytes{};
  const std::string random = random_bytes(bytes.size());
  std::memcpy(bytes.data(), random.data(), bytes.size());
  return make_tracking_code(bytes, 16);
}

DraftCommentRow row_of(const DraftComment& comment) {
  DraftCommentRow row;
  row.clause_id = comment.clause_id;
  row.group = comment.group;
  row.publication = comment.publication;
  row.first_name = comment.first_name;
  row.last_name = comment.last_name;
  row.organisation = comment.organisation;
  row.mobile = comment.mobile;
  row.email = comment.email;
  row.body = comment.body;
  row.wording = comment.wording;
  row.print = print_of(comment.body + "\n" + comment.wording);
  return row;
}

// The group of the campaign that the comment belongs to, or a new one.
Result<std::int64_t> group_for(Transaction& transaction, const DraftCommentRow& row) {
  const Result<std::vector<AnswerPrint>> known = prints_of(transaction, row.draft_id, row.clause_id, kGroupsLookedAt);
  if (!known) return known.error();
  for (const AnswerPrint& one : *known) {
    if (likeness(one.print, row.print) >= kSameCampaign) return one.answer_id;
  }
  return insert_answer(transaction, row.draft_id);
}

Result<void> check_redaction(const CommentVerdict& verdict, const DraftCommentRow& comment) {
  if (verdict.redacted.empty()) return {};
  const std::string_view missing = missing_passage(verdict.redacted, comment.body, comment.wording);
  if (!missing.empty()) {
    Error error = field_error("redacted", "comment.redaction_not_found");
    error.fields.front().params.push_back({"passage", std::string(missing)});
    return error;
  }
  if (text::blank(verdict.reason)) return field_error("reason", "comment.redaction_reason_needed");
  return {};
}

}  // namespace

Result<std::vector<DraftCommentRow>> DraftsService::published_comments(std::int64_t draft_id,
                                                                       std::string_view clause_id, std::int64_t before,
                                                                       int limit) {
  std::vector<DraftCommentRow> comments;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<DraftCommentRow>> found =
        comments_of(reader, draft_id, CommentState::published, clause_id, before, limit);
    if (!found) return found.error();
    comments = std::move(found).value();
    for (DraftCommentRow& comment : comments) {
      if (!comment.files_shown) continue;
      if (Result<void> filled = fill_files(reader, comment); !filled) return filled;
    }
    return {};
  });
  if (!done) return done.error();
  for (DraftCommentRow& comment : comments) make_public(comment);
  return comments;
}

Result<std::vector<DispositionRow>> DraftsService::outcomes_of(const std::vector<DraftCommentRow>& comments) {
  std::vector<DispositionRow> outcomes(comments.size());
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    for (std::size_t i = 0; i < comments.size(); ++i) {
      Result<std::optional<DraftAnswerRow>> answer = answer_by_id(reader, comments[i].answer_id);
      if (!answer) return answer.error();
      if (*answer) outcomes[i] = std::move((*answer)->content);
    }
    return {};
  });
  if (!done) return done.error();
  return outcomes;
}

namespace {

// The same words under the same key are one comment; other words are another one, whatever key the form had kept.
std::string request_key_of(const DraftCommentRow& row, std::string_view idempotency_key) {
  std::string all = "draft:" + std::to_string(row.draft_id) + ":" + std::string(idempotency_key);
  for (const std::string& part : {row.clause_id, row.body, row.wording, row.first_name, row.last_name}) {
    all += '\0';
    all += part;
  }
  return sha256(all).substr(0, 16);
}

}  // namespace

Result<std::string> DraftsService::comment(std::int64_t draft_id, std::string_view clause_id, const Answers& answers,
                                           std::string_view idempotency_key, Instant now, const CommentExtras& extras) {
  if (idempotency_key.empty() || idempotency_key.size() > kMostKeyBytes) {
    return make_error(Code::invalid, "error.idempotency_missing");
  }
  const Result<Whole> draft = published_draft(draft_id);
  if (!draft) return draft.error();
  const Result<DraftComment> checked = check_comment(clause_id, answers, draft->proposed, !extras.files.empty());
  if (!checked) return checked.error();
  if (Result<void> fit = check_file_count(extras.files, "attachments"); !fit) return fit.error();
  DraftCommentRow row = row_of(*checked);
  row.draft_id = draft_id;
  row.at = now;
  row.request_key = request_key_of(row, idempotency_key);
  row.tracking_code = new_code();
  // What nobody is to read needs no word of a moderator.
  row.state = row.publication == Publication::not_at_all ? CommentState::held : CommentState::waiting;
  std::string code;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<DraftCommentRow>> before = comment_by_request(transaction, row.request_key);
    if (!before) return before.error();
    if (*before) {
      code = (*before)->tracking_code;
      return {};
    }
    const Result<std::optional<DraftRow>> current = draft_by_id(transaction, draft_id);
    if (!current) return current.error();
    const bool takes = *current && (*current)->window && (*current)->state == DraftState::open &&
                       phase(*(*current)->window, now) == WindowPhase::open;
    if (!takes) return make_error(Code::conflict, "draft.closed");
    if (Result<void> waiting = check_waiting(transaction, extras.files, "attachments", now); !waiting) return waiting;
    const Result<std::int64_t> group = group_for(transaction, row);
    if (!group) return group.error();
    DraftCommentRow stored = row;
    stored.answer_id = *group;
    const Result<std::optional<std::int64_t>> inserted = insert_comment(transaction, stored);
    if (!inserted) return inserted.error();
    if (!*inserted) return make_error(Code::internal, "error.internal", "tracking code taken");
    if (Result<void> given = attach_to_comment(transaction, extras.files, **inserted); !given) return given;
    if (Result<void> answered = answer_invitation(transaction, draft_id, extras.invitation, **inserted); !answered) {
      return answered;
    }
    code = row.tracking_code;
    return {};
  });
  if (!done) return done.error();
  return code;
}

Result<DraftsService::Heard> DraftsService::counts(std::int64_t draft_id) {
  Heard heard;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<DispositionCounts> outcomes = count_outcomes(reader, draft_id);
    if (!outcomes) return outcomes.error();
    const Result<GroupCounts> groups = count_groups(reader, draft_id);
    if (!groups) return groups.error();
    heard = {*outcomes, *groups};
    return {};
  });
  if (!done) return done.error();
  return heard;
}

Result<DraftsService::OwnComment> DraftsService::own_comment(std::string_view tracking_code) {
  OwnComment own;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<DraftCommentRow>> comment = comment_by_code(reader, tracking_code);
    if (!comment) return comment.error();
    if (!*comment) return make_error(Code::not_found, "comment.not_found");
    own.comment = std::move(**comment);
    if (Result<void> filled = fill_files(reader, own.comment); !filled) return filled;
    Result<Whole> draft = read_whole(reader, own.comment.draft_id);
    if (!draft) return draft.error();
    own.draft = draft->row;
    for (const Clause& clause : draft->proposed) {
      if (clause.id != own.comment.clause_id) continue;
      own.clause_name = clause.name;
      own.clause_text = clause.text;
    }
    const Result<std::optional<DraftAnswerRow>> answer = answer_by_id(reader, own.comment.answer_id);
    if (!answer) return answer.error();
    if (!*answer) return {};
    own.answer = (*answer)->content;
    for (const Clause& clause : changeable_clauses(std::move(draft->proposed), draft->amended)) {
      if (clause.id == own.answer.changed_clause) own.changed = clause;
    }
    return {};
  });
  if (!done) return done.error();
  return own;
}

Result<std::vector<DraftCommentRow>> DraftsService::comments(const Actor& actor, std::int64_t draft_id,
                                                             CommentState state, std::int64_t before, int limit) {
  if (!may_moderate(actor.role)) return forbidden();
  std::vector<DraftCommentRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<DraftCommentRow>> found = comments_of(reader, draft_id, state, {}, before, limit);
    if (!found) return found.error();
    rows = std::move(found).value();
    for (DraftCommentRow& row : rows) {
      if (Result<void> filled = fill_files(reader, row); !filled) return filled;
    }
    return {};
  });
  if (!done) return done.error();
  return rows;
}

Result<void> DraftsService::moderate(const Actor& actor, std::int64_t comment_id, const CommentVerdict& verdict,
                                     Instant now) {
  if (!may_moderate(actor.role)) return forbidden();
  const bool needs_reason = verdict.state == CommentState::held || verdict.state == CommentState::rejected;
  const CommentVerdict stored{verdict.state, text::for_storage(verdict.reason), text::for_storage(verdict.redacted),
                              verdict.state == CommentState::published && verdict.files_shown};
  if (needs_reason && text::blank(stored.reason)) return field_error("reason", "comment.reason_needed");
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<DraftCommentRow>> comment = comment_by_id(transaction, comment_id);
    if (!comment) return comment.error();
    if (!*comment) return make_error(Code::not_found, "comment.not_found");
    if (stored.state == CommentState::published && (*comment)->publication == Publication::not_at_all) {
      return make_error(Code::conflict, "comment.not_to_be_published");
    }
    if (Result<void> fit = check_redaction(stored, **comment); !fit) return fit;
    if (Result<void> set = set_comment_verdict(transaction, comment_id, stored); !set) return set;
    const std::string after = std::string(wire_name(stored.state)) + (stored.redacted.empty() ? "" : " redacted");
    return tell_audit(transaction, actor, "draft_comments", std::to_string(comment_id),
                      {std::string(wire_name((*comment)->state)), after}, now);
  });
}

Result<std::vector<DraftsService::Answer>> DraftsService::answers(const Actor& actor, std::int64_t draft_id,
                                                                  std::int64_t after, int limit, Rows wanted) {
  if (!may_moderate(actor.role)) return forbidden();
  std::vector<Answer> all;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::vector<DraftAnswerRow>> rows = wanted == Rows::undecided
                                                         ? undecided_answers_of(reader, draft_id, after, limit)
                                                         : answers_of(reader, draft_id, after, limit);
    if (!rows) return rows.error();
    for (const DraftAnswerRow& row : *rows) {
      Result<std::vector<DraftCommentRow>> shown = comments_of_answer(reader, row.id, kShownOfGroup);
      if (!shown) return shown.error();
      for (DraftCommentRow& comment : *shown) {
        if (Result<void> filled = fill_files(reader, comment); !filled) return filled;
      }
      all.push_back({row, std::move(shown).value()});
    }
    return {};
  });
  if (!done) return done.error();
  return all;
}

Result<void> DraftsService::answer(const Actor& actor, std::int64_t answer_id, const DispositionRow& content,
                                   Instant now) {
  if (!may_take(actor.role, DraftStep::amend)) return forbidden();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<DraftAnswerRow>> row = answer_by_id(transaction, answer_id);
    if (!row) return row.error();
    if (!*row) return no_draft();
    const Result<Whole> draft = read_whole(transaction, (*row)->draft_id);
    if (!draft) return draft.error();
    if (draft->row.state != DraftState::reviewing && draft->row.state != DraftState::amended) {
      return make_error(Code::conflict, "draft.not_possible_now");
    }
    const Clauses clauses = changeable_clauses(draft->proposed, draft->amended);
    if (Result<void> fit = check_disposition(content, clauses); !fit) return fit;
    DraftAnswerRow changed = **row;
    changed.content.outcome = content.outcome;
    changed.content.reason = text::for_storage(content.reason);
    changed.content.changed_clause = content.changed_clause;
    if (Result<void> written = write_answer(transaction, changed); !written) return written;
    const auto word = [](const DispositionRow& one) {
      return std::string(one.outcome ? wire_name(*one.outcome) : "") + " " + one.reason;
    };
    return tell_audit(transaction, actor, "draft_answers", std::to_string(answer_id),
                      {word((*row)->content), word(changed.content)}, now);
  });
}

}  // namespace hamandish::server

#include "server/http/drafts_routes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/page_routes.h"
#include "server/http/posted_files.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/consultations/redaction.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/pages/drafts_page.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr int kDraftsPage = 20;
constexpr std::string_view kFiles = "attachments";
constexpr int kCommentsPage = 20;
constexpr std::string_view kList = "list/";
constexpr std::string_view kOlder = "comments/";
constexpr std::string_view kForm = "comment/";
constexpr std::string_view kInvited = "invited/";

// The public reads the steps from the opening on.
std::vector<pages::DraftEvent> public_events(const std::vector<DraftStepRow>& steps) {
  std::vector<pages::DraftEvent> events;
  for (const DraftStepRow& step : steps) {
    if (step.step == DraftStep::edit || step.step == DraftStep::approve || step.step == DraftStep::send_back) continue;
    events.push_back({step.step, step.at, step.text});
  }
  return events;
}

pages::PublishedComment published(const Clauses& clauses, const DraftCommentRow& row) {
  const bool named = row.publication == Publication::with_name;
  const std::string group = say("comment_group." + std::string(wire_name(row.group)));
  return {row.id,
          clause_name(clauses, row.clause_id),
          named ? row.first_name + " " + row.last_name : group,
          row.body,
          row.wording,
          clause_text(clauses, row.clause_id),
          row.redacted.empty() ? std::string() : row.verdict_reason,
          row.at,
          file_links(pages::draft_address(row.draft_id), row.files)};
}

// Of an issued draft: what was heard, and from whom.
Result<void> count_heard(const Call& call, const DraftRow& row, pages::DraftPageState& state) {
  if (row.state != DraftState::issued) return {};
  const Result<DraftsService::Heard> heard = call.context.services.drafts.counts(row.id);
  if (!heard) return heard.error();
  state.counts = heard->outcomes;
  state.groups = heard->groups;
  return {};
}

// Of an issued draft: what became of the comments that are shown.
Result<void> add_outcomes(const Call& call, const DraftRow& row, const std::vector<DraftCommentRow>& comments,
                          pages::DraftPageState& state) {
  if (row.state != DraftState::issued) return {};
  const Result<std::vector<DispositionRow>> outcomes = call.context.services.drafts.outcomes_of(comments);
  if (!outcomes) return outcomes.error();
  for (std::size_t i = 0; i < outcomes->size(); ++i) {
    const DispositionRow& one = (*outcomes)[i];
    state.comments[i].outcome = one.outcome;
    state.comments[i].answer = one.reason;
    state.comments[i].alike = one.comments;
  }
  return {};
}

// `before`: comments older than this one; 0: the newest.
Result<pages::DraftPageState> state_of(const Call& call, std::int64_t id, std::int64_t before = 0) {
  const Result<DraftsService::Whole> draft = call.context.services.drafts.published_draft(id);
  if (!draft) return draft.error();
  const Result<std::vector<DraftCommentRow>> comments =
      call.context.services.drafts.published_comments(id, {}, before, kCommentsPage);
  if (!comments) return comments.error();
  pages::DraftPageState state;
  state.draft = summary_of(*call.profile, draft->row);
  state.purpose = draft->row.purpose;
  state.affects = draft->row.affects;
  state.days_reason = draft->row.days_reason;
  state.fingerprint = hex(draft->row.text_hash);
  state.clauses = draft->proposed;
  if (!draft->amended.empty()) state.changes = diff_clauses(draft->proposed, draft->amended);
  if (const Result<void> counted = count_heard(call, draft->row, state); !counted) return counted.error();
  state.documents = file_links(pages::draft_address(id), draft->documents);
  state.events = public_events(draft->steps);
  for (const DraftCommentRow& row : *comments) state.comments.push_back(published(draft->proposed, row));
  if (const Result<void> answered = add_outcomes(call, draft->row, *comments, state); !answered) {
    return answered.error();
  }
  if (comments->size() == kCommentsPage) {
    state.more_comments = pages::draft_address(id) + "/comments/" + std::to_string(comments->back().id);
  }
  state.open_clause = pages::kWholeDraft;
  state.idempotency_key = random_token(16);
  return state;
}

Reply show(const Call& call, const pages::DraftPageState& state, int status = 200) {
  return remote_reply(call, pages::draft_view(site_of(call), state), status);
}

Answers typed_answers(const Request& request) {
  Answers answers;
  for (const Part& part : request.parts) {
    // Without a file the browser sends an empty part of this name.
    const bool of_files = part.is_file || part.name == kFiles || part.name == pages::kept_field(kFiles);
    if (of_files || part.name == "idempotency_key" || !text::valid_utf8(part.content)) continue;
    set_answer(answers, part.name, std::string(part.content));
  }
  return answers;
}

std::string_view visibility_of(const DraftCommentRow& row) {
  if (row.publication == Publication::not_at_all) return "comment.seen_not_at_all";
  switch (row.state) {
    case CommentState::published:
      return row.redacted.empty() ? "comment.seen_published" : "comment.seen_redacted";
    case CommentState::rejected:
      return "comment.seen_rejected";
    case CommentState::held:
      return "comment.seen_held";
    default:
      return "comment.seen_waiting";
  }
}

pages::DraftList list_of(const Call& call, const pages::DraftRoom& room, const DraftsService::Part& part) {
  pages::DraftList list;
  for (const DraftRow& row : part.rows) list.drafts.push_back(summary_of(*call.profile, row));
  if (part.next) list.more = pages::draft_list_address(room, mark_text(*part.next));
  return list;
}

// The first part of each list.
Result<pages::DraftsState> lists_of(const Call& call) {
  pages::DraftsState state;
  for (std::size_t i = 0; i < pages::kDraftRooms.size(); ++i) {
    const pages::DraftRoom& room = pages::kDraftRooms[i];
    const Result<DraftsService::Part> part =
        call.context.services.drafts.published(room.states, std::nullopt, kDraftsPage);
    if (!part) return part.error();
    state.lists[i] = list_of(call, room, *part);
  }
  return state;
}

// «former/issued-57»: what follows after it in that list; without a mark the list from its beginning.
Reply list_page(const Call& call, std::string_view rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const auto* const room = std::find_if(pages::kDraftRooms.begin(), pages::kDraftRooms.end(),
                                        [&](const pages::DraftRoom& one) { return one.name == rest.substr(0, slash); });
  const std::string_view mark = rest.substr(std::min(slash + 1, rest.size()));
  const std::optional<DraftMark> from = mark_in(mark);
  if (room == pages::kDraftRooms.end() || (!mark.empty() && !from)) return remote_error(call, error_of_status(404));
  const Result<DraftsService::Part> part = call.context.services.drafts.published(room->states, from, kDraftsPage);
  if (!part) return remote_error(call, part.error());
  return remote_reply(call, pages::draft_room_view(site_of(call), *room, list_of(call, *room, *part)));
}

}  // namespace

Reply drafts_page(const Call& call) {
  const Result<pages::DraftsState> state = lists_of(call);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::drafts_list_view(site_of(call), *state));
}

namespace {

// Who came by a personal link: the group is chosen already, nothing else is.
Result<void> welcome(const Call& call, pages::DraftPageState& state, std::string_view token) {
  const Result<DraftInvitationRow> invitation =
      call.context.services.drafts.open_invitation(state.draft.id, token, call.now);
  if (!invitation) return invitation.error();
  state.invitation = token;
  const std::string group(wire_name(invitation->group));
  state.guest = say("comment_group." + group);
  set_answer(state.answers, "commenter_group", group);
  return {};
}

// The part of `rest` before the next slash, which is taken off with it.
std::string_view next_part(std::string_view& rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view part = rest.substr(0, slash);
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  return part;
}

}  // namespace

Reply draft_page(const Call& call, std::string_view rest) {
  if (rest.starts_with(kList)) return list_page(call, rest.substr(kList.size()));
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view id = rest.substr(0, slash);
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  const bool older = rest.starts_with(kOlder);
  Result<pages::DraftPageState> state =
      state_of(call, number_in(id), older ? number_in(rest.substr(kOlder.size())) : 0);
  if (!state) return remote_error(call, state.error());
  if (rest.starts_with(kInvited)) {
    rest.remove_prefix(kInvited.size());
    if (const Result<void> known = welcome(call, *state, next_part(rest)); !known) {
      return remote_error(call, known.error());
    }
  }
  if (rest.starts_with(kForm)) state->open_clause = rest.substr(kForm.size());
  return show(call, *state);
}

Reply post_comment(const Call& call) {
  const std::string_view key = call.request.field("idempotency_key");
  if (key.empty()) return draft_page(call, call.request.path.substr(pages::kDraftsPath.size() + 1));
  const std::int64_t id = number_in(call.request.path_value("id"));
  const std::string_view clause = call.request.path_value("clause");
  const Answers answers = typed_answers(call.request);
  const std::string_view clause_id = clause == pages::kWholeDraft ? std::string_view{} : clause;
  const std::string_view token = call.request.path_value("token");
  std::vector<FieldError> file_errors;
  std::vector<pages::KeptFile> kept = posted_files(call, kFiles, file_errors);
  Result<std::string> code = Error{Code::invalid, "error.invalid", {}, file_errors, {}};
  if (file_errors.empty()) {
    code =
        call.context.services.drafts.comment(id, clause_id, answers, key, call.now, {ids_of(kept), std::string(token)});
  }
  if (code) return remote_reply(call, pages::comment_sent_view(site_of(call), id, *code), 201);
  if (code.error().code == Code::not_found) return remote_error(call, code.error());
  Result<pages::DraftPageState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  if (!token.empty()) {
    if (const Result<void> known = welcome(call, *state, token); !known) return remote_error(call, known.error());
  }
  state->open_clause = clause;
  state->answers = answers;
  state->kept = std::move(kept);
  state->errors = code.error().fields;
  if (state->errors.empty()) state->failure = code.error().key;
  state->idempotency_key = key;
  return show(call, *state, status_of(code.error()));
}

Reply post_find_comment(const Call& call) {
  const ParsedCode code = parse_tracking_code(call.request.field("comment_code"));
  Result<DraftsService::OwnComment> own = make_error(Code::not_found, "comment.not_found");
  if (code.check == CodeCheck::ok) own = call.context.services.drafts.own_comment(code.code);
  if (own) {
    pages::CommentOutcomeState state;
    state.draft_id = own->draft.id;
    state.draft_title = own->draft.title;
    state.draft_state = own->draft.state;
    state.clause_name = own->clause_name;
    state.body = own->comment.body;
    state.wording = own->comment.wording;
    state.clause_text = own->clause_text;
    for (const AttachmentRow& file : own->comment.files) state.files.push_back(file.file_name);
    state.at = own->comment.at;
    state.visibility = visibility_of(own->comment);
    state.verdict_reason = own->comment.verdict_reason;
    if (own->comment.state == CommentState::published && !own->comment.redacted.empty()) {
      state.public_body = redact(own->comment.body, own->comment.redacted);
      state.public_wording = redact(own->comment.wording, own->comment.redacted);
    }
    state.outcome = own->answer.outcome;
    state.reason = own->answer.reason;
    if (own->changed) state.changed_clause = clause_name({*own->changed}, own->changed->id);
    state.alike = own->answer.comments;
    return remote_reply(call, pages::comment_outcome_view(site_of(call), state));
  }
  if (own.error().code != Code::not_found) return remote_error(call, own.error());
  Result<pages::DraftsState> state = lists_of(call);
  if (!state) return remote_error(call, state.error());
  const std::string_view typed = call.request.field("comment_code");
  state->code = text::valid_utf8(typed) ? std::string(typed) : std::string();
  state->errors.push_back({"comment_code", "comment.not_found", {}});
  return remote_reply(call, pages::drafts_list_view(site_of(call), *state), 422);
}

Reply get_draft_file(const Call& call) {
  return file_reply(call,
                    call.context.services.drafts.public_file(number_in(call.request.path_value("id")),
                                                             call.request.path_value("file")),
                    "public, max-age=60");
}

}  // namespace hamandish::server

#include "server/http/staff_draft_comments_routes.h"

#include <algorithm>
#include <utility>

#include "server/channels/channels.h"
#include "server/channels/config.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/messages/messages.h"
#include "shared/pages/staff_drafts_page.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr int kPage = 20;
constexpr std::string_view kUndecided = "undecided";

std::string answers_room(bool undecided) {
  return undecided ? "answers/" + std::string(kUndecided) : "answers";
}

DraftsService& drafts_of(const Call& call) {
  return call.context.services.drafts;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}
Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

std::string typed(const Call& call, std::string_view name) {
  const std::string_view value = call.request.field(name);
  return text::valid_utf8(value) ? std::string(value) : std::string();
}

pages::ModeratedComment moderated(const Clauses& clauses, const DraftCommentRow& row) {
  pages::ModeratedComment comment;
  comment.id = row.id;
  comment.clause_name = clause_name(clauses, row.clause_id);
  const std::string name =
      row.first_name.empty() && row.last_name.empty() ? say("comment.nameless") : row.first_name + " " + row.last_name;
  comment.author =
      say("comment.author", {{"name", name}, {"group", say("comment_group." + std::string(wire_name(row.group)))}});
  if (!row.organisation.empty()) comment.author += " · " + row.organisation;
  comment.contact = row.mobile;
  if (!row.email.empty()) comment.contact += (comment.contact.empty() ? "" : " · ") + row.email;
  comment.publication = row.publication;
  comment.body = row.body;
  comment.wording = row.wording;
  comment.clause_text = clause_text(clauses, row.clause_id);
  comment.files = file_links(pages::staff_draft_address(row.draft_id), row.files);
  comment.files_shown = row.files_shown;
  comment.at = row.at;
  comment.verdict_reason = row.verdict_reason;
  comment.redacted = row.redacted;
  return comment;
}

// `rest`: «waiting», or «waiting/<before>» for older ones.
Result<pages::ModerationState> moderation_of(const Call& call, std::int64_t id, std::string_view rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::optional<CommentState> room = comment_state_from(rest.substr(0, slash));
  if (!room) return make_error(Code::not_found, "error.not_found");
  const std::int64_t before = number_in(rest.substr(std::min(slash + 1, rest.size())));
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return draft.error();
  const Result<std::vector<DraftCommentRow>> rows = drafts_of(call).comments(actor_of(call), id, *room, before, kPage);
  if (!rows) return rows.error();
  pages::ModerationState state;
  state.draft_id = id;
  state.draft_title = draft->row.title;
  state.room = wire_name(*room);
  for (const DraftCommentRow& row : *rows) state.comments.push_back(moderated(draft->proposed, row));
  if (rows->size() == kPage) {
    state.older = pages::staff_draft_address(id, "comments/" + state.room + "/" + std::to_string(rows->back().id));
  }
  return state;
}

// `rest`: the row after which it goes on, or nothing; before it «undecided/» for rows without an outcome alone.
Result<pages::DispositionState> dispositions_of(const Call& call, std::int64_t id, std::string_view rest) {
  pages::DispositionState state;
  state.undecided = rest.starts_with(kUndecided);
  if (state.undecided) rest.remove_prefix(std::min(kUndecided.size() + 1, rest.size()));
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return draft.error();
  const DraftsService::Rows rows = state.undecided ? DraftsService::Rows::undecided : DraftsService::Rows::all;
  const Result<std::vector<DraftsService::Answer>> answers =
      drafts_of(call).answers(actor_of(call), id, number_in(rest), kPage, rows);
  if (!answers) return answers.error();
  const Result<DraftsService::Heard> heard = drafts_of(call).counts(id);
  if (!heard) return heard.error();
  state.counts = heard->outcomes;
  state.draft_id = id;
  state.draft_title = draft->row.title;
  state.clauses = changeable_clauses(draft->proposed, draft->amended);
  const bool now = draft->row.state == DraftState::reviewing || draft->row.state == DraftState::amended;
  state.may_answer = now && may_take(actor_of(call).role, DraftStep::amend);
  for (const DraftsService::Answer& answer : *answers) {
    pages::DispositionGroup group{answer.row.id, answer.row.content, {}};
    for (const DraftCommentRow& row : answer.comments) group.comments.push_back(moderated(draft->proposed, row));
    state.groups.push_back(std::move(group));
  }
  if (answers->size() == kPage) {
    state.next =
        pages::staff_draft_address(id, answers_room(state.undecided) + "/" + std::to_string(answers->back().row.id));
  }
  return state;
}

// --- Invitations

// Where this site is, as links in messages name it: as it is configured, else as staff called it.
std::string origin_of(const Call& call) {
  const Channels* channels = call.context.channels;
  if (channels != nullptr && !channels->config().public_url.empty()) return channels->config().public_url;
  return std::string(call.context.settings.behind_tls ? "https://" : "http://") +
         std::string(call.request.header("Host"));
}

Result<pages::InvitationsState> invitations_of(const Call& call, std::int64_t id) {
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return draft.error();
  const Result<std::vector<DraftInvitationRow>> rows = drafts_of(call).invitations(actor_of(call), id);
  if (!rows) return rows.error();
  pages::InvitationsState state;
  state.draft_id = id;
  state.draft_title = draft->row.title;
  state.open = draft->row.state == DraftState::approved || draft->row.state == DraftState::open;
  for (const DraftInvitationRow& row : *rows) {
    state.guests.push_back({row.name, row.address, row.group, row.at, row.opened_at, row.comment_id != 0});
  }
  return state;
}

}  // namespace

Reply moderation_page(const Call& call, std::int64_t id, std::string_view rest) {
  const Result<pages::ModerationState> state = moderation_of(call, id, rest);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::moderation_view(site_of(call), *state));
}

Reply dispositions_page(const Call& call, std::int64_t id, std::string_view rest) {
  while (rest.starts_with('/')) rest.remove_prefix(1);
  const Result<pages::DispositionState> state = dispositions_of(call, id, rest);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::disposition_view(site_of(call), *state));
}

Reply invitations_page(const Call& call, std::int64_t id) {
  const Result<pages::InvitationsState> state = invitations_of(call, id);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::invitations_view(site_of(call), *state));
}

Reply post_comment_verdict(const Call& call) {
  if (!may_moderate(actor_of(call).role)) return remote_error(call, forbidden());
  const std::int64_t id = number_in(call.request.path_value("id"));
  const std::string comment(call.request.path_value("comment"));
  const std::string room(call.request.path_value("room"));
  const std::optional<CommentState> verdict = comment_state_from(call.request.field("verdict-" + comment));
  const std::string why = typed(call, "why-" + comment);
  const std::string typed_reason = typed(call, "reason-" + comment);
  const std::string reason = pages::moderation_reason(why, typed_reason);
  const bool files_shown = call.request.field("files-" + comment) == "1";
  const std::string redacted = typed(call, "redacted-" + comment);
  Error wrong = make_error(Code::invalid, "error.invalid");
  wrong.fields.push_back({"verdict", "comment.verdict_needed", {}});
  Result<void> done = wrong;
  if (verdict && *verdict != CommentState::waiting) {
    done = drafts_of(call).moderate(actor_of(call), number_in(comment), {*verdict, reason, redacted, files_shown},
                                    call.now);
  }
  if (done) return remote_go(call, pages::staff_draft_address(id, "comments/" + room));
  // From this comment on, wherever in the list it stood: what was typed is shown again.
  Result<pages::ModerationState> state = moderation_of(call, id, room + "/" + std::to_string(number_in(comment) + 1));
  if (!state) return remote_error(call, state.error());
  state->failed_id = number_in(comment);
  state->answers = {{"verdict", std::string(call.request.field("verdict-" + comment))},
                    {"why", why},
                    {"files", files_shown ? "1" : ""},
                    {"reason", typed_reason},
                    {"redacted", redacted}};
  state->errors = done.error().fields;
  if (state->errors.empty()) state->errors.push_back({"verdict", done.error().key, {}});
  return remote_reply(call, pages::moderation_view(site_of(call), *state), status_of(done.error()));
}

Reply post_comment_answer(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  const std::string group(call.request.path_value("answer"));
  DispositionRow row;
  row.outcome = disposition_from(call.request.field("outcome-" + group));
  row.reason = typed(call, "reason-" + group);
  row.changed_clause = typed(call, "changed-" + group);
  const Result<void> done = drafts_of(call).answer(actor_of(call), number_in(group), row, call.now);
  // The list goes on where its reader stood: of all rows this one is the first, of the undecided ones the next.
  const bool undecided = call.request.field("rows-" + group) == kUndecided;
  const std::string here = answers_room(undecided) + "/" + std::to_string(number_in(group) - 1);
  if (done) return remote_go(call, pages::staff_draft_address(id, here));
  if (done.error().code == Code::forbidden) return remote_error(call, done.error());
  Result<pages::DispositionState> state = dispositions_of(call, id, here.substr(std::string_view("answers/").size()));
  if (!state) return remote_error(call, state.error());
  state->failed_id = number_in(group);
  state->errors = done.error().fields;
  if (state->errors.empty()) state->failure = done.error().key;
  for (pages::DispositionGroup& one : state->groups) {
    if (one.id != state->failed_id) continue;
    one.row.outcome = row.outcome;
    one.row.reason = row.reason;
    one.row.changed_clause = row.changed_clause;
  }
  return remote_reply(call, pages::disposition_view(site_of(call), *state), status_of(done.error()));
}

Reply post_invitations(const Call& call) {
  if (!may_moderate(actor_of(call).role)) return remote_error(call, forbidden());
  const std::int64_t id = number_in(call.request.path_value("id"));
  const std::optional<CommenterGroup> group = commenter_group_from(call.request.field("group"));
  Error wrong = make_error(Code::invalid, "error.invalid");
  wrong.fields.push_back({"group", "invitation.group_needed", {}});
  Result<std::int64_t> invited = wrong;
  if (group) {
    invited = drafts_of(call).invite(actor_of(call), id, {*group, typed(call, "invited"), origin_of(call)}, call.now);
  }
  Result<pages::InvitationsState> state = invitations_of(call, id);
  if (!state) return remote_error(call, state.error());
  if (invited) {
    state->done = say("invitation.done", {{"count", text::persian_number(*invited)}});
    return remote_reply(call, pages::invitations_view(site_of(call), *state));
  }
  for (const char* name : {"group", "invited"}) set_answer(state->answers, name, typed(call, name));
  state->errors = invited.error().fields;
  if (state->errors.empty()) state->failure = invited.error().key;
  return remote_reply(call, pages::invitations_view(site_of(call), *state), status_of(invited.error()));
}

}  // namespace hamandish::server

#include "server/http/staff_drafts_routes.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/http/context.h"
#include "server/http/draft_import_routes.h"
#include "server/http/draft_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/staff_drafts_page.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr int kMostDrafts = 200;
constexpr int kPage = 20;

DraftsService& drafts_of(const Call& call) {
  return call.context.services.drafts;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}

// «v12» gives 12.
std::int64_t version_of(const Call& call) {
  std::string_view text = call.request.path_value("version");
  if (text.starts_with('v')) text.remove_prefix(1);
  return number_in(text);
}

std::string typed(const Call& call, std::string_view name) {
  const std::string_view value = call.request.field(name);
  return text::valid_utf8(value) ? std::string(value) : std::string();
}

// The clauses as a text that find_clauses reads again.
std::string text_of(const Clauses& clauses) {
  std::string text;
  for (const Clause& clause : clauses) {
    if (!text.empty()) text += '\n';
    // A clause's own name begins its line: «ماده ۲», but «تبصره ۱» without «ماده ۲» behind it.
    text += head_of(clause);
    text += clause.text;
  }
  return text;
}

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

// --- The form of a draft

DraftsService::Content content_from(const Answers& answers) {
  const auto value = [&](std::string_view id) { return std::string(answer(answers, id)); };
  DraftsService::Content content;
  content.kind = draft_kind_from(value("kind")).value_or(DraftKind::circular);
  content.origin = draft_origin_from(value("origin")).value_or(DraftOrigin::own);
  content.title = value("draft_title");
  content.purpose = value("purpose");
  content.affects = value("affects");
  content.unit_id = value("unit_id");
  content.days = static_cast<int>(std::clamp<std::int64_t>(text::parse_integer(value("days")).value_or(0), -1, 100000));
  content.days_reason = value("days_reason");
  content.plain_text = value("plain_text");
  return content;
}

Answers answers_from(const DraftsService::Whole& draft) {
  const DraftRow& row = draft.row;
  return {{"draft_title", row.title},
          {"kind", std::string(wire_name(row.kind))},
          {"origin", std::string(wire_name(row.origin))},
          {"unit_id", row.unit_id},
          {"purpose", row.purpose},
          {"affects", row.affects},
          {"days", std::to_string(row.days)},
          {"days_reason", row.days_reason},
          {"plain_text", text_of(draft.proposed)}};
}

Answers typed_fields(const Call& call) {
  Answers answers;
  for (const Field& field : pages::draft_fields(*call.profile)) set_answer(answers, field.id, typed(call, field.id));
  return answers;
}

Reply form_again(const Call& call, pages::DraftFormState state, const Error& error) {
  state.errors = error.fields;
  if (state.errors.empty()) state.failure = error.key;
  return remote_reply(call, pages::draft_form_view(site_of(call), state), status_of(error));
}

// Errors of the form's own rules; those of the domain come from the service.
std::optional<Error> form_errors(const Call& call, const Answers& answers) {
  CheckedAnswers checked = check_answers(pages::draft_fields(*call.profile), answers);
  if (checked.errors.empty()) return std::nullopt;
  return Error{Code::invalid, "error.invalid", {}, std::move(checked.errors), {}};
}

Reply new_form(const Call& call) {
  if (!may_take(actor_of(call).role, DraftStep::edit)) return remote_error(call, forbidden());
  return remote_reply(call, pages::draft_form_view(site_of(call), {}));
}

Reply edit_form(const Call& call, std::int64_t id) {
  if (!may_take(actor_of(call).role, DraftStep::edit)) return remote_error(call, forbidden());
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return remote_error(call, draft.error());
  pages::DraftFormState state;
  state.id = id;
  state.version = draft->row.version;
  state.answers = answers_from(*draft);
  return remote_reply(call, pages::draft_form_view(site_of(call), state));
}

// --- One draft

Result<pages::StaffDraftState> state_of(const Call& call, std::int64_t id) {
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return draft.error();
  pages::StaffDraftState state;
  state.draft = summary_of(*call.profile, draft->row);
  state.version = draft->row.version;
  state.purpose = draft->row.purpose;
  state.affects = draft->row.affects;
  state.proposed = draft->proposed;
  state.amended = draft->amended;
  state.amended_text = text_of(draft->amended.empty() ? draft->proposed : draft->amended);
  for (const DraftStepRow& step : draft->steps) {
    state.events.push_back({step.step, step.at, step.text});
    state.actors.push_back(step.user_name);
  }
  return state;
}

Reply show(const Call& call, const pages::StaffDraftState& state, int status = 200) {
  return remote_reply(call, pages::staff_draft_view(site_of(call), state), status);
}

Reply one_draft(const Call& call, std::int64_t id) {
  const Result<pages::StaffDraftState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  return show(call, *state);
}

// --- Comments

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

Reply comments_page(const Call& call, std::int64_t id, std::string_view rest) {
  const Result<pages::ModerationState> state = moderation_of(call, id, rest);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::moderation_view(site_of(call), *state));
}

Result<pages::DispositionState> dispositions_of(const Call& call, std::int64_t id, std::int64_t after) {
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return draft.error();
  const Result<std::vector<DraftsService::Answer>> answers = drafts_of(call).answers(actor_of(call), id, after, kPage);
  if (!answers) return answers.error();
  pages::DispositionState state;
  state.draft_id = id;
  state.draft_title = draft->row.title;
  state.clauses = draft->proposed;
  const bool now = draft->row.state == DraftState::reviewing || draft->row.state == DraftState::amended;
  state.may_answer = now && may_take(actor_of(call).role, DraftStep::amend);
  for (const DraftsService::Answer& answer : *answers) {
    pages::DispositionGroup group{answer.row.id, answer.row.content, {}};
    for (const DraftCommentRow& row : answer.comments) group.comments.push_back(moderated(draft->proposed, row));
    state.groups.push_back(std::move(group));
  }
  if (answers->size() == kPage) {
    state.next = pages::staff_draft_address(id, "answers/" + std::to_string(answers->back().row.id));
  }
  return state;
}

Reply answers_page(const Call& call, std::int64_t id, std::string_view after) {
  const Result<pages::DispositionState> state = dispositions_of(call, id, number_in(after));
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::disposition_view(site_of(call), *state));
}

}  // namespace

Reply staff_drafts_page(const Call& call) {
  std::string_view rest = call.request.path;
  rest.remove_prefix(std::min(rest.size(), pages::kStaffDraftsPath.size()));
  while (rest.starts_with('/')) rest.remove_prefix(1);
  if (rest == "new") return new_form(call);
  if (rest == "new/imported") return imported_draft_form(call);
  if (rest == "import") return draft_import_page(call);
  if (rest.empty()) {
    const Result<std::vector<DraftRow>> rows = drafts_of(call).all(actor_of(call), kMostDrafts);
    if (!rows) return remote_error(call, rows.error());
    pages::StaffDraftsState state;
    for (const DraftRow& row : *rows) state.drafts.push_back(summary_of(*call.profile, row));
    return remote_reply(call, pages::staff_drafts_view(site_of(call), state));
  }
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::int64_t id = number_in(rest.substr(0, slash));
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  constexpr std::string_view kComments = "comments/";
  if (rest.empty()) return one_draft(call, id);
  if (rest == "edit") return edit_form(call, id);
  if (rest.starts_with(kComments)) return comments_page(call, id, rest.substr(kComments.size()));
  if (rest == "answers" || rest.starts_with("answers/"))
    return answers_page(call, id, rest.substr(std::min<std::size_t>(rest.size(), 8)));
  return remote_error(call, error_of_status(404));
}

Reply post_new_draft(const Call& call) {
  if (!may_take(actor_of(call).role, DraftStep::edit)) return remote_error(call, forbidden());
  pages::DraftFormState state;
  state.answers = typed_fields(call);
  if (const std::optional<Error> wrong = form_errors(call, state.answers))
    return form_again(call, std::move(state), *wrong);
  const Result<std::int64_t> made = drafts_of(call).create(actor_of(call), content_from(state.answers), call.now);
  if (!made) return form_again(call, std::move(state), made.error());
  return remote_go(call, pages::staff_draft_address(*made));
}

Reply post_draft_edit(const Call& call) {
  if (!may_take(actor_of(call).role, DraftStep::edit)) return remote_error(call, forbidden());
  pages::DraftFormState state;
  state.id = number_in(call.request.path_value("id"));
  state.version = version_of(call);
  state.answers = typed_fields(call);
  if (const std::optional<Error> wrong = form_errors(call, state.answers))
    return form_again(call, std::move(state), *wrong);
  const Result<void> done =
      drafts_of(call).edit(actor_of(call), state.id, state.version, content_from(state.answers), call.now);
  if (!done) return form_again(call, std::move(state), done.error());
  return remote_go(call, pages::staff_draft_address(state.id));
}

Reply post_draft_step(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  const std::string name(call.request.path_value("step"));
  const auto* const step =
      std::find_if(kDraftSteps.begin(), kDraftSteps.end(), [&](DraftStep one) { return wire_name(one) == name; });
  if (step == kDraftSteps.end()) return remote_error(call, error_of_status(404));
  DraftsService::StepWords words;
  words.reason = typed(call, name + "-reason");
  words.number = typed(call, name + "-number");
  words.plain_text = typed(call, name + "-plain_text");
  const std::string day = typed(call, name + "-day");
  const std::optional<JalaliDate> date = parse_jalali(day);
  Result<void> done = make_error(Code::invalid, "error.invalid");
  const bool has_day = *step == DraftStep::approve || *step == DraftStep::extend || *step == DraftStep::issue;
  if (has_day && !date) {
    Error error = make_error(Code::invalid, "error.invalid");
    error.fields.push_back({"day", "draft.day_needed", {}});
    done = error;
  } else {
    if (date) words.day = to_day(*date);
    done = drafts_of(call).take(actor_of(call), id, version_of(call), *step, words, call.now);
  }
  if (!done && done.error().code == Code::forbidden) return remote_error(call, done.error());
  Result<pages::StaffDraftState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  if (done) {
    state->done = "draft.step_done";
    return show(call, *state);
  }
  for (FieldError error : done.error().fields) {
    // The window's reader calls the new end «closes_on»; the form has one day.
    const bool is_day = error.field == "closes_on" || error.field == "day";
    error.field = name + "-" + (is_day ? "day" : error.field);
    state->errors.push_back(std::move(error));
  }
  if (state->errors.empty()) state->failure = done.error().key;
  for (const char* one : {"-day", "-reason", "-number", "-plain_text"})
    set_answer(state->answers, name + one, typed(call, name + one));
  return show(call, *state, status_of(done.error()));
}

Reply post_comment_verdict(const Call& call) {
  if (!may_moderate(actor_of(call).role)) return remote_error(call, forbidden());
  const std::int64_t id = number_in(call.request.path_value("id"));
  const std::string comment(call.request.path_value("comment"));
  const std::string room(call.request.path_value("room"));
  const std::optional<CommentState> verdict = comment_state_from(call.request.field("verdict-" + comment));
  const std::string reason = typed(call, "reason-" + comment);
  const std::string redacted = typed(call, "redacted-" + comment);
  Error wrong = make_error(Code::invalid, "error.invalid");
  wrong.fields.push_back({"verdict", "comment.verdict_needed", {}});
  Result<void> done = wrong;
  if (verdict && *verdict != CommentState::waiting) {
    done = drafts_of(call).moderate(actor_of(call), number_in(comment), {*verdict, reason, redacted}, call.now);
  }
  if (done) return remote_go(call, pages::staff_draft_address(id, "comments/" + room));
  Result<pages::ModerationState> state = moderation_of(call, id, room);
  if (!state) return remote_error(call, state.error());
  state->failed_id = number_in(comment);
  state->answers = {
      {"verdict", std::string(call.request.field("verdict-" + comment))}, {"reason", reason}, {"redacted", redacted}};
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
  const std::int64_t before = number_in(group) - 1;
  if (done) return remote_go(call, pages::staff_draft_address(id, "answers"));
  if (done.error().code == Code::forbidden) return remote_error(call, done.error());
  Result<pages::DispositionState> state = dispositions_of(call, id, before);
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

}  // namespace hamandish::server

#include "server/http/staff_drafts_routes.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/http/context.h"
#include "server/http/draft_import_routes.h"
#include "server/http/draft_views.h"
#include "server/http/overtaken.h"
#include "server/http/page_routes.h"
#include "server/http/posted_files.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/staff_draft_comments_routes.h"
#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/staff_drafts_page.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr int kDraftsPage = 50;
constexpr std::string_view kList = "list/";

DraftsService& drafts_of(const Call& call) {
  return call.context.services.drafts;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
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

Result<pages::DraftFormState> stored_form(const Call& call, std::int64_t id) {
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return draft.error();
  pages::DraftFormState state;
  state.id = id;
  state.version = draft->row.version;
  state.answers = answers_from(*draft);
  return state;
}

Reply edit_form(const Call& call, std::int64_t id) {
  if (!may_take(actor_of(call).role, DraftStep::edit)) return remote_error(call, forbidden());
  const Result<pages::DraftFormState> state = stored_form(call, id);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::draft_form_view(site_of(call), *state));
}

Reply overtaken(const Call& call, pages::DraftFormState typed) {
  const Result<pages::DraftFormState> stored = stored_form(call, typed.id);
  if (!stored) return remote_error(call, stored.error());
  typed.version = stored->version;
  return overtaken_reply(call, pages::draft_form_view(site_of(call), typed),
                         pages::draft_form_view(site_of(call), *stored));
}

// --- One draft

Result<pages::StaffDraftState> state_of(const Call& call, std::int64_t id) {
  const Result<DraftsService::Whole> draft = drafts_of(call).whole(actor_of(call), id);
  if (!draft) return draft.error();
  pages::StaffDraftState state;
  state.draft = summary_of(*call.profile, draft->row);
  state.version = draft->row.version;
  state.days = draft->row.days;
  state.days_reason = draft->row.days_reason;
  state.purpose = draft->row.purpose;
  state.affects = draft->row.affects;
  state.proposed = draft->proposed;
  state.amended = draft->amended;
  state.documents = file_links(pages::staff_draft_address(id), draft->documents);
  for (const AttachmentRow& file : draft->documents) state.document_ids.push_back(file.id);
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

Reply list_page(const Call& call, const std::optional<DraftState>& only, std::string_view mark) {
  const std::optional<DraftMark> from = mark_in(mark);
  if (!mark.empty() && !from) return remote_error(call, error_of_status(404));
  const DraftsService::States states = only ? DraftsService::States(&*only, 1) : DraftsService::States(kDraftStates);
  const Result<DraftsService::Part> part = drafts_of(call).all(actor_of(call), states, from, kDraftsPage);
  if (!part) return remote_error(call, part.error());
  pages::StaffDraftsState state;
  state.state = only;
  for (const DraftRow& row : part->rows) state.drafts.push_back(summary_of(*call.profile, row));
  if (part->next) state.more = pages::staff_draft_list_address(only, mark_text(*part->next));
  return remote_reply(call, pages::staff_drafts_view(site_of(call), state));
}

Reply one_draft(const Call& call, std::int64_t id) {
  const Result<pages::StaffDraftState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  return show(call, *state);
}

}  // namespace

Reply staff_drafts_page(const Call& call) {
  std::string_view rest = call.request.path;
  rest.remove_prefix(std::min(rest.size(), pages::kStaffDraftsPath.size()));
  while (rest.starts_with('/')) rest.remove_prefix(1);
  if (rest == "new") return new_form(call);
  if (rest == "new/imported") return imported_draft_form(call);
  if (rest == "import") return draft_import_page(call);
  if (rest.empty()) return list_page(call, std::nullopt, {});
  if (rest.starts_with(kList)) {
    rest.remove_prefix(kList.size());
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view name = rest.substr(0, end);
    const std::optional<DraftState> only = draft_state_from(name);
    if (!only && name != "all") return remote_error(call, error_of_status(404));
    return list_page(call, only, rest.substr(std::min(end + 1, rest.size())));
  }
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::int64_t id = number_in(rest.substr(0, slash));
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  constexpr std::string_view kComments = "comments/";
  if (rest.empty()) return one_draft(call, id);
  if (rest == "edit") return edit_form(call, id);
  if (rest.starts_with(kComments)) return moderation_page(call, id, rest.substr(kComments.size()));
  if (rest == "invitations") return invitations_page(call, id);
  if (rest == "answers" || rest.starts_with("answers/"))
    return dispositions_page(call, id, rest.substr(std::min<std::size_t>(rest.size(), 8)));
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
  state.version = edited_version(call);
  state.answers = typed_fields(call);
  if (const std::optional<Error> wrong = form_errors(call, state.answers))
    return form_again(call, std::move(state), *wrong);
  const Result<void> done =
      drafts_of(call).edit(actor_of(call), state.id, state.version, content_from(state.answers), call.now);
  if (!done && done.error().key == "draft.changed_meanwhile") return overtaken(call, std::move(state));
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
    error.fields.push_back({"day", std::string(jalali_fault(day, "draft.day_needed")), {}});
    done = error;
  } else {
    if (date) words.day = to_day(*date);
    done = drafts_of(call).take(actor_of(call), id, edited_version(call), *step, words, call.now);
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

Reply post_draft_documents(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  if (!may_take(actor_of(call).role, DraftStep::edit)) return remote_error(call, forbidden());
  Error wrong = make_error(Code::invalid, "error.invalid");
  std::vector<pages::KeptFile> kept = posted_files(call, "documents", wrong.fields);
  Result<void> done = wrong;
  if (wrong.fields.empty()) done = drafts_of(call).add_documents(actor_of(call), id, ids_of(kept), call.now);
  if (done) return remote_go(call, pages::staff_draft_address(id));
  Result<pages::StaffDraftState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  state->kept = std::move(kept);
  state->errors = done.error().fields;
  if (state->errors.empty()) state->failure = done.error().key;
  return show(call, *state, status_of(done.error()));
}

Reply post_document_removal(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  const Result<void> done =
      drafts_of(call).remove_document(actor_of(call), id, call.request.path_value("file"), call.now);
  if (!done) return remote_error(call, done.error());
  return remote_go(call, pages::staff_draft_address(id));
}

Reply get_staff_draft_file(const Call& call) {
  return file_reply(call,
                    drafts_of(call).staff_file(actor_of(call), number_in(call.request.path_value("id")),
                                               call.request.path_value("file")),
                    kSecretPage);
}

}  // namespace hamandish::server

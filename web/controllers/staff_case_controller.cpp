#include "web/controllers/staff_case_controller.h"

#include <algorithm>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/pages/staff_case_page.h"
#include "shared/text/normalize.h"

namespace hamandish::web {

StaffCaseController::StaffCaseController(Context& context, std::string id)
    : context_(context), id_(std::move(id)), client_(context.fetch) {
  if (context.site.session) client_.set_csrf_token(context.site.session->csrf_token);
}

view::Node StaffCaseController::view() const {
  return pages::staff_case_view(context_.site, state_);
}

void StaffCaseController::start() {
  load();
}

void StaffCaseController::load() {
  state_.loading = true;
  context_.changed();
  client_.read_case(id_, [this](Result<api::StaffCase> answer) { loaded(std::move(answer)); });
}

void StaffCaseController::loaded(Result<api::StaffCase> answer) {
  state_.loading = false;
  if (!answer.ok()) return failed(nullptr, answer.error());
  state_.outdated = false;
  if (std::exchange(refreshing_, false)) {
    state_.failure.clear();
    state_.errors.clear();
    state_.done = "case.refreshed";
    context_.browser.focus("done");
  }
  const std::string offered = offered_answer();
  state_.found = std::move(answer).value();
  // The draft stands in the answer, to be sent as it is or mended; a text of one's own stays.
  const std::string_view written = hamandish::answer(state_.typed, "reply");
  if (text::blank(written) || written == offered) set_answer(state_.typed, "reply", offered_answer());
  set_answer(state_.typed, "priority", std::string(wire_name(state_.found->priority)));
  set_answer(state_.typed, "assignee", state_.found->assigned_to);
  context_.changed();
}

bool StaffCaseController::input(std::string_view field, std::string_view value) {
  if (field == "canned" && answer(state_.typed, field) != value) use_canned(value);
  set_answer(state_.typed, field, std::string(value));
  return true;
}

// What whoever approves answers may send as it is: a colleague's draft.
std::string StaffCaseController::offered_answer() const {
  const bool offered = state_.found && state_.found->draft && state_.found->may_reply && !state_.found->reply_is_draft;
  return offered ? state_.found->draft->text : std::string();
}

// Takes the place of an empty text or of another canned one; what was written by hand stays, with the new text after it.
void StaffCaseController::use_canned(std::string_view id) {
  if (!state_.found) return;
  for (const api::CannedText& canned : state_.found->canned) {
    if (canned.id != id) continue;
    const std::string before(answer(state_.typed, "reply"));
    const bool is_canned = std::any_of(state_.found->canned.begin(), state_.found->canned.end(),
                                       [&](const api::CannedText& one) { return one.text == before; });
    const bool replaces = text::blank(before) || is_canned;
    set_answer(state_.typed, "reply", replaces ? canned.text : before + "\n" + canned.text);
    context_.changed();
  }
}

void StaffCaseController::intent(std::string_view name) {
  if (name == "presence") return ask_presence();
  if (!state_.found || state_.sending) return;
  if (name == "refresh") {
    refreshing_ = true;
    return load();
  }
  if (const pages::ActionForm* form = pages::action_form(name)) act(*form);
}

void StaffCaseController::act(const pages::ActionForm& form) {
  state_.errors.clear();
  state_.failure.clear();
  state_.done.clear();
  const api::StaffAction action = pages::typed_action(context_.site, state_, form, state_.errors);
  state_.sending = state_.errors.empty();
  context_.changed();
  if (!state_.sending) return context_.browser.focus("errors");
  client_.act(id_, action, [this, &form](Result<api::StaffCase> answer) { acted(form, std::move(answer)); });
}

void StaffCaseController::forget_typed(const pages::ActionForm& form) {
  for (const pages::ActionField& field : form.fields) {
    const std::string boxes = std::string(field.id) + "-";
    state_.typed.erase(
        std::remove_if(state_.typed.begin(), state_.typed.end(),
                       [&](const Answer& one) { return one.field == field.id || one.field.starts_with(boxes); }),
        state_.typed.end());
  }
}

void StaffCaseController::acted(const pages::ActionForm& form, Result<api::StaffCase> answer) {
  state_.sending = false;
  if (!answer.ok()) return failed(&form, answer.error());
  forget_typed(form);
  state_.done = form.done;
  state_.outdated = false;
  const bool still_readable = !answer->subject.empty();
  if (still_readable) {
    loaded(std::move(answer));
  } else {
    // Referred away from the own unit: what is on the screen stays, and nothing more can be done with it.
    state_.found->may_refer = state_.found->may_note = state_.found->may_reply = false;
    state_.found->actions.clear();
    state_.found->unit_name = answer->unit_name;
    state_.found->state = answer->state;
  }
  context_.browser.forget_draft("/staff/cases/" + id_);
  context_.changed();
  context_.browser.focus("done");
}

// `form`: what was tried, or nullptr for reading the case.
void StaffCaseController::failed(const pages::ActionForm* form, const Error& error) {
  if (error.code == Code::unauthorized) return context_.session_expired();
  std::vector<FieldError> fields = error.fields;
  if (form != nullptr) fields = pages::named_errors(*form, std::move(fields));
  state_.errors.insert(state_.errors.end(), fields.begin(), fields.end());
  if (state_.errors.empty()) state_.failure = failure_text(error);
  // A colleague was faster: the change is fetched, what was typed stays.
  state_.outdated = error.key == "case.changed_meanwhile";
  context_.changed();
  context_.browser.focus(state_.errors.empty() ? "failure" : "errors");
}

void StaffCaseController::ask_presence() {
  if (!state_.found || asking_) return;
  asking_ = true;
  client_.presence(id_, [this](Result<api::Presence> answer) { show_presence(std::move(answer)); });
}

// Draws nothing unless something is different.
void StaffCaseController::show_presence(Result<api::Presence> answer) {
  asking_ = false;
  if (!answer.ok() || !state_.found) return;
  const bool outdated = answer->version != state_.found->version;
  if (outdated == state_.outdated && answer->others == state_.others) return;
  state_.outdated = outdated;
  state_.others = answer->others;
  context_.changed();
}

}  // namespace hamandish::web

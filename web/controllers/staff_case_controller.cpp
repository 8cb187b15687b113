#include "web/controllers/staff_case_controller.h"

#include "shared/messages/messages.h"
#include "shared/pages/staff_case_page.h"
#include "shared/text/normalize.h"

namespace hamandish::web {

// One of the three things to do with a case.
struct StaffCaseController::Action {
  std::string_view intent;
  std::string_view text_field;  // id of the text area; the wire calls it «text»
  std::string_view label;       // message key of the field's name
  std::string_view done;        // message key
  void (Client::*call)(std::string_view id, const api::StaffAction&, Then<api::StaffCase>);
};

namespace {

constexpr std::string_view kUnit = "to_unit";

}  // namespace

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
  state_.found = std::move(answer).value();
  context_.changed();
}

std::string* StaffCaseController::text_of(std::string_view field) {
  if (field == kUnit) return &state_.to_unit;
  if (field == "referral_text") return &state_.referral_text;
  if (field == "note") return &state_.note;
  if (field == "reply") return &state_.reply;
  return nullptr;
}

bool StaffCaseController::input(std::string_view field, std::string_view value) {
  std::string* text = text_of(field);
  if (text != nullptr) *text = value;
  return text != nullptr;
}

void StaffCaseController::intent(std::string_view name) {
  static constexpr Action kActions[] = {
      {"refer", "referral_text", "case.refer_reason", "case.referred", &Client::refer},
      {"note", "note", "case.note", "case.noted", &Client::note},
      {"reply", "reply", "case.reply_text", "case.replied", &Client::reply},
  };
  if (!state_.found || state_.sending) return;
  for (const Action& action : kActions) {
    if (action.intent == name) return act(action);
  }
}

void StaffCaseController::act(const Action& action) {
  state_.errors.clear();
  state_.failure.clear();
  state_.done.clear();
  const bool refers = action.intent == "refer";
  if (refers && state_.to_unit.empty()) {
    state_.errors.push_back({std::string(kUnit), "form.choose", {{"label", say("case.refer_to")}}});
  }
  const std::string& text = *text_of(action.text_field);
  if (!refers && text::blank(text)) {  // a referral may go without words
    state_.errors.push_back({std::string(action.text_field), "form.write", {{"label", say(action.label)}}});
  }
  state_.sending = state_.errors.empty();
  context_.changed();
  if (!state_.sending) return context_.browser.focus("errors");
  const api::StaffAction sent{refers ? state_.to_unit : std::string(), text, state_.found->version};
  (client_.*action.call)(id_, sent,
                         [this, &action](Result<api::StaffCase> answer) { acted(action, std::move(answer)); });
}

void StaffCaseController::acted(const Action& action, Result<api::StaffCase> answer) {
  state_.sending = false;
  if (!answer.ok()) return failed(&action, answer.error());
  text_of(action.text_field)->clear();
  if (action.intent == "refer") state_.to_unit.clear();
  state_.done = action.done;
  const bool still_readable = !answer->subject.empty();
  if (still_readable) {
    state_.found = std::move(answer).value();
  } else {
    // Referred away from the own unit: what is on the screen stays, and nothing more can be done with it.
    state_.found->may_refer = state_.found->may_note = state_.found->may_reply = false;
    state_.found->unit_name = answer->unit_name;
    state_.found->state = answer->state;
  }
  context_.browser.forget_draft("/staff/cases/" + id_);
  context_.changed();
  context_.browser.focus("done");
}

// `action`: what was tried, or nullptr for reading the case.
void StaffCaseController::failed(const Action* action, const Error& error) {
  if (error.code == Code::unauthorized) return context_.session_expired();
  for (FieldError field : error.fields) {
    if (field.field == "text" && action != nullptr) field.field = action->text_field;
    state_.errors.push_back(std::move(field));
  }
  if (state_.errors.empty()) state_.failure = failure_text(error);
  context_.changed();
  context_.browser.focus(state_.errors.empty() ? "failure" : "errors");
}

}  // namespace hamandish::web

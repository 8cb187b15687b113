#include "web/controllers/track_controller.h"

#include <algorithm>
#include <charconv>

#include "shared/api/check_lookup.h"
#include "shared/forms/limits.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/pages/own_case_nodes.h"
#include "shared/pages/track_page.h"
#include "shared/text/digits.h"

namespace hamandish::web {
namespace {

using pages::own_field;

constexpr std::string_view kOwn = "own-";
constexpr std::string_view kFound = "found";  // the mark of an entry of the history that shows a case
constexpr std::string_view kRemove = "remove-own:";

std::string_view done_key(CaseAction action) {
  switch (action) {
    case CaseAction::object:
      return "mine.object_done";
    case CaseAction::rate:
      return "mine.rate_done";
    case CaseAction::withdraw:
      return "mine.withdraw_done";
    default:
      return "mine.supply_done";
  }
}

}  // namespace

TrackController::TrackController(Context& context, std::string code) : context_(context), client_(context.fetch) {
  state_.tracking_code = std::move(code);
}

view::Node TrackController::view() const {
  return pages::track_view(context_.site, state_);
}

void TrackController::start() {
  const std::optional<api::Lookup> typed = std::exchange(context_.handover.lookup, std::nullopt);
  if (!typed) return find_again();
  state_.tracking_code = typed->tracking_code;
  state_.mobile_last4 = typed->mobile_last4;
  look_up();
}

// Whoever comes back to the case in the same visit need not type its code once more.
void TrackController::find_again() {
  const std::optional<Handover::OwnCase>& own = context_.handover.own_case;
  if (context_.handover.mark != kFound || !own || own->path != context_.site.path) return;
  state_.searching = true;
  client_.mine(own->tracking_token, [this](Result<api::CitizenCase> answer) {
    if (!answer.ok()) context_.handover.own_case.reset();
    answered(std::move(answer));
  });
}

// The entry of the history is the case's from now on, the token newer than the last.
void TrackController::remember() {
  context_.handover.own_case = {std::string(context_.site.path), state_.found->tracking_token};
  context_.browser.mark(kFound, false);
}

// The form in which the citizen goes on. A code that its draft still holds is of another time.
void TrackController::go_on() {
  const KindForm* form = pages::follow_up_form(*context_.site.profile);
  if (form == nullptr) return context_.browser.go("/desk");
  const std::string path = "/desk/new/" + std::string(wire_name(form->kind));
  context_.handover.earlier_code = text::persian_digits(grouped(state_.found->tracking_code));
  context_.browser.keep(path, earlier_code_field(*form)->id, {});
  context_.browser.go(path);
}

bool TrackController::input(std::string_view field, std::string_view value) {
  if (field == "tracking_code") {
    state_.tracking_code = value;
  } else if (field == "mobile_last4") {
    state_.mobile_last4 = value;
  } else if (field == "tracking_token") {
    if (!state_.found) token_ = value;
  } else if (field == "done_key") {
    if (!state_.found) state_.done = value;
  } else if (field == "own_errors") {
    if (!state_.found) errors_of_server_ = true;
  } else if (!field.ends_with("_token") && field != pages::kFollowUp) {
    set_answer(state_.typed, field, std::string(value));
  }
  return true;
}

void TrackController::intent(std::string_view name) {
  if (state_.searching) return;
  if (name == "track") return look_up();
  if (name == "follow-up" && state_.found) return go_on();
  if (name.starts_with(kRemove)) {
    std::size_t at = files_.size();
    const std::string_view number = name.substr(kRemove.size());
    std::from_chars(number.data(), number.data() + number.size(), at);
    return remove_file(at);
  }
  if (!name.starts_with(kOwn) || !state_.found) return;
  const std::optional<CaseAction> action = case_action_from(name.substr(kOwn.size()));
  if (action) act(*action);
}

// A page of the server with mistakes that only the server knows stays as it is: its forms work by themselves.
void TrackController::resume() {
  if (!token_.empty()) {
    if (errors_of_server_) return;
    client_.mine(token_, [this](Result<api::CitizenCase> answer) {
      gone_ = !answer.ok();
      answered(std::move(answer));
    });
  } else if (!state_.tracking_code.empty()) {
    look_up();
  }
}

void TrackController::look_up() {
  state_.failure.clear();
  const Result<api::Lookup> checked = api::check_lookup({state_.tracking_code, state_.mobile_last4});
  state_.errors = checked.ok() ? std::vector<FieldError>() : checked.error().fields;
  state_.searching = checked.ok();
  context_.changed();
  if (!checked.ok()) return context_.browser.focus("errors");
  client_.lookup(*checked, [this](Result<api::CitizenCase> answer) { answered(std::move(answer)); });
}

void TrackController::answered(Result<api::CitizenCase> answer) {
  state_.searching = false;
  std::string_view next = "title";
  if (answer.ok()) {
    state_.found = std::move(answer).value();
    remember();
  } else if (!answer.error().fields.empty()) {
    state_.errors = answer.error().fields;
    next = "errors";
  } else {
    state_.failure = failure_text(answer.error());
    next = "failure";
  }
  context_.changed();
  context_.browser.focus(next);
}

// --- The citizen's own actions ---------------------------------------------------------------------------------------

void TrackController::act(CaseAction action) {
  action_ = action;
  state_.errors.clear();
  state_.failure.clear();
  state_.done.clear();
  if (action == CaseAction::withdraw && answer(state_.typed, own_field(action, "sure")) != "1") {
    Error error = make_error(Code::invalid, "error.invalid");
    error.fields.push_back({"sure", "form.tick", {{"label", say("mine.withdraw_sure")}}});
    return show_errors(error);
  }
  state_.searching = true;
  context_.changed();
  upload_next();
}

// The files go first, one after the other; then the action with their tokens.
void TrackController::upload_next() {
  const auto next = std::find_if(files_.begin(), files_.end(), [](const File& file) { return file.token.empty(); });
  if (action_ != CaseAction::supply || next == files_.end()) return send_action();
  const int number = next->number;
  client_.upload(number, next->name,
                 [this, number](const Result<api::AttachmentInfo>& arrived) {
                   if (!arrived.ok()) return show_errors(arrived.error());
                   for (File& file : files_) {
                     if (file.number == number) file.token = arrived->id;
                   }
                   upload_next();
                 },
                 {});
}

void TrackController::send_action() {
  api::CitizenAction wanted;
  wanted.tracking_token = state_.found->tracking_token;
  wanted.text = answer(state_.typed, own_field(action_, "text"));
  const std::string_view score = answer(state_.typed, own_field(action_, "score"));
  std::from_chars(score.data(), score.data() + score.size(), wanted.score);
  if (action_ == CaseAction::supply) {
    for (const File& file : files_) wanted.attachments.push_back(file.token);
  }
  client_.act(action_, wanted, [this](Result<api::CitizenCase> answer) { acted(std::move(answer)); });
}

void TrackController::acted(Result<api::CitizenCase> answer) {
  if (!answer.ok()) {
    // What was typed stays in the state: the lookup's page shows it.
    if (answer.error().code == Code::unauthorized) state_.found.reset();
    return show_errors(answer.error());
  }
  state_.searching = false;
  state_.found = std::move(answer).value();
  remember();
  state_.typed.clear();
  state_.chosen_files.clear();
  files_.clear();
  state_.done = done_key(action_);
  context_.changed();
  context_.browser.focus("done");
}

void TrackController::show_errors(const Error& error) {
  state_.searching = false;
  for (const FieldError& one : error.fields) {
    state_.errors.push_back({own_field(action_, one.field), one.key, one.params});
  }
  if (error.fields.empty()) state_.failure = failure_text(error);
  context_.changed();
  context_.browser.focus(error.fields.empty() ? "failure" : "errors");
}

void TrackController::files(std::string_view, const std::vector<ChosenFile>& files) {
  for (const ChosenFile& chosen : files) {
    if (files_.size() == static_cast<std::size_t>(kMaxAttachments)) break;
    files_.push_back({chosen.number, chosen.name, {}});
    state_.chosen_files.push_back(chosen.name);
  }
  context_.changed();
}

void TrackController::remove_file(std::size_t at) {
  if (at >= files_.size()) return;
  files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(at));
  state_.chosen_files.erase(state_.chosen_files.begin() + static_cast<std::ptrdiff_t>(at));
  context_.changed();
  context_.browser.focus(own_field(CaseAction::supply, "attachments"));
}

}  // namespace hamandish::web

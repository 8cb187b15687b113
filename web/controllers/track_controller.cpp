#include "web/controllers/track_controller.h"

#include "shared/api/check_lookup.h"
#include "shared/pages/track_page.h"

namespace hamandish::web {

TrackController::TrackController(Context& context, std::string code) : context_(context), client_(context.fetch) {
  state_.tracking_code = std::move(code);
}

view::Node TrackController::view() const {
  return pages::track_view(context_.site, state_);
}

void TrackController::start() {
  const std::optional<api::Lookup> typed = std::exchange(context_.handover.lookup, std::nullopt);
  if (!typed) return;
  state_.tracking_code = typed->tracking_code;
  state_.mobile_last4 = typed->mobile_last4;
  look_up();
}

bool TrackController::input(std::string_view field, std::string_view value) {
  if (field == "tracking_code") state_.tracking_code = value;
  if (field == "mobile_last4") state_.mobile_last4 = value;
  return true;
}

void TrackController::intent(std::string_view name) {
  if (name == "track" && !state_.searching) look_up();
}

void TrackController::resume() {
  if (!state_.tracking_code.empty()) look_up();
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

}  // namespace hamandish::web

#include "web/controllers/lost_code_controller.h"

#include "shared/identity/phone.h"
#include "shared/pages/lost_code_page.h"

namespace hamandish::web {

view::Node LostCodeController::view() const {
  return pages::lost_code_view(context_.site, state_);
}

bool LostCodeController::input(std::string_view field, std::string_view value) {
  if (field == "mobile") state_.mobile = value;
  return true;
}

void LostCodeController::intent(std::string_view name) {
  if (name != "lost-code" || state_.sending) return;
  state_.failure.clear();
  state_.errors.clear();
  state_.done = false;
  if (!parse_mobile(state_.mobile)) {
    state_.errors.push_back({"mobile", "form.mobile", {}});
    context_.changed();
    return context_.browser.focus("errors");
  }
  state_.sending = true;
  context_.changed();
  client_.recover_code(state_.mobile, [this](const Result<void>& answer) {
    state_.sending = false;
    state_.done = answer.ok();
    if (answer.ok()) state_.mobile.clear();
    if (!answer.ok()) state_.failure = failure_text(answer.error());
    context_.changed();
    context_.browser.focus(answer.ok() ? "done" : "failure");
  });
}

}  // namespace hamandish::web

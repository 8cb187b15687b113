#include "web/controllers/login_controller.h"

#include "shared/messages/messages.h"
#include "shared/pages/login_page.h"

namespace hamandish::web {

LoginController::LoginController(Context& context, std::function<void()> signed_in)
    : context_(context), signed_in_(std::move(signed_in)), client_(context.fetch) {}

view::Node LoginController::view() const {
  return pages::login_view(context_.site, state_);
}

bool LoginController::input(std::string_view field, std::string_view value) {
  if (field == "username") state_.username = value;
  if (field == "password") password_ = value;
  if (field == "code") state_.code = value;
  return field == "username" || field == "code";
}

void LoginController::intent(std::string_view name) {
  if (name != "login" || state_.sending) return;
  state_.failure.clear();
  state_.errors.clear();
  const auto need = [this](const char* field, const std::string& value, const char* label) {
    if (value.empty()) state_.errors.push_back({field, "form.write", {{"label", say(label)}}});
  };
  need("username", state_.username, "login.username");
  need("password", password_, "login.password");
  state_.sending = state_.errors.empty();
  context_.changed();
  if (!state_.sending) return context_.browser.focus("errors");
  client_.sign_in({state_.username, password_, state_.code},
                  [this](Result<api::SessionInfo> answer) { answered(std::move(answer)); });
}

void LoginController::answered(Result<api::SessionInfo> answer) {
  state_.sending = false;
  if (answer.ok()) {
    context_.site.session = std::move(answer).value();
    context_.site.session_ended = false;
    const std::function<void()> signed_in = signed_in_;  // outlives this controller, which it destroys
    return signed_in();
  }
  state_.failure = failure_text(answer.error());
  state_.ask_code = state_.ask_code || answer.error().key == "error.second_factor_needed";
  state_.code.clear();
  context_.changed();
  context_.browser.focus("failure");
}

}  // namespace hamandish::web

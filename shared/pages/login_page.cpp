#include "shared/pages/login_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"

namespace hamandish::pages {
namespace {

view::Node code_field(const LoginState& state) {
  view::Node code = view::node(view::Kind::text_field, say("login.code"), {}, "code");
  code.value = state.code;
  code.required = true;
  code.input.keyboard = view::Keyboard::numeric;
  code.input.autocomplete = "one-time-code";
  code.input.ltr = true;
  return code;
}

view::Node login_form(const Site& site, const LoginState& state) {
  view::Node user = view::node(view::Kind::text_field, say("login.username"), {}, "username");
  user.value = state.username;
  user.required = true;
  user.error = error_text(state.errors, "username");
  user.input.autocomplete = "username";
  user.input.ltr = true;
  view::Node password = view::node(view::Kind::text_field, say("login.password"), {}, "password");
  password.required = true;
  password.error = error_text(state.errors, "password");
  password.input.keyboard = view::Keyboard::password;
  password.input.autocomplete = "current-password";
  password.input.ltr = true;
  view::Node submit = view::button(say(state.sending ? "login.sending" : "login.submit"), view::Tone::primary);
  submit.busy = state.sending;
  submit.id = "login-submit";
  view::Node form = view::node(view::Kind::form, say("login.form"), {}, "login");
  form.target = "/staff";
  form.intent = "login";
  form.children = {std::move(user), std::move(password)};
  // Without the application: back to the page that asked for the login.
  form.children.push_back(
      view::hidden(std::string(kAfterLogin), state.next.empty() ? std::string(site.path) : state.next));
  if (state.ask_code) form.children.push_back(code_field(state));
  form.children.push_back(view::actions({std::move(submit)}));
  return form;
}

}  // namespace

view::Node login_view(const Site& site, const LoginState& state) {
  view::Nodes content;
  content.push_back(title_heading(say("nav.staff")));
  content.push_back(view::paragraph(say("login.lead")));
  if (site.session_ended && state.failure.empty() && state.errors.empty()) {
    content.push_back(view::notice(say("error.session_expired"), view::Tone::warning, "ended"));
  }
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), view::Tone::danger, "failure"));
  content.push_back(login_form(site, state));
  return frame(site, say("nav.staff"), std::move(content));
}

}  // namespace hamandish::pages

#include "shared/pages/account_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/text/isolate.h"
#include "shared/users/client_name.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

// «کروم در اندروید»; a name that nobody knows is shown as it came.
std::string client_words(const std::string& user_agent) {
  const ClientName name = client_name(user_agent);
  if (name.browser.empty() && name.system.empty()) {
    return user_agent.empty() ? say("account.unknown_client") : text::ltr(user_agent);
  }
  std::string browser =
      name.browser.empty() ? say("account.unknown_client") : say("browser." + std::string(name.browser));
  if (name.system.empty()) return browser;
  return say("account.client", {{"browser", browser}, {"system", say("system." + std::string(name.system))}});
}

std::string address(std::string_view action, std::string_view what = "own") {
  return std::string(kAccountPath) + "/" + std::string(action) + "/" + std::string(what);
}

Node password_field(const std::string& id, std::string_view label, std::string_view autofill,
                    const AccountState& state) {
  Node field = view::node(Kind::text_field, say(label), {}, id);
  field.required = true;
  field.error = error_text(state.errors, id);
  field.input.keyboard = view::Keyboard::password;
  field.input.autocomplete = autofill;
  field.input.ltr = true;
  return field;
}

Node submit(std::string_view label, std::string id, Tone tone = Tone::primary) {
  Node button = view::button(say(label), tone);
  button.id = std::move(id);
  return view::actions({std::move(button)});
}

Node password_section(const Site& site, const AccountState& state) {
  Node next = password_field("f-new", "account.new", "new-password", state);
  next.help = say("account.new_help");
  Nodes fields = {password_field("f-old", "account.old", "current-password", state), std::move(next),
                  submit("account.change", "password-submit")};
  return view::section(say("account.password"),
                       {view::heading(2, say("account.password")),
                        staff_form(site, "password", say("account.password"), address("password"), std::move(fields))},
                       "password-section");
}

Node sessions_section(const Site& site, const AccountState& state) {
  Nodes parts = {view::heading(2, say("account.sessions"))};
  int number = 0;
  for (const SessionLine& line : state.sessions) {
    const std::string client = client_words(line.client);
    const Params params = {{"client", client}, {"seen", date_and_time(line.last_seen_at)}};
    Nodes card = {view::paragraph(say("account.session", params))};
    ++number;
    if (line.own) {
      card.push_back(view::paragraph(say("account.this_session"), Tone::success));
    } else {
      card.push_back(action_form(site, "end-" + line.id,
                                 say("account.end_session", {{"number", std::to_string(number)}}),
                                 address("end", line.id), Tone::danger));
    }
    parts.push_back(view::card(std::move(card)));
  }
  return view::section(say("account.sessions"), std::move(parts), "sessions-section");
}

Nodes pending_factor(const Site& site, const AccountState& state) {
  Node qr = view::node(Kind::picture, say("account.qr"), {}, "qr");
  qr.target = state.qr_address;
  Node key = view::fact(say("account.key"), text::ltr(state.secret), true);
  Node code = view::node(Kind::text_field, say("account.code"), {}, "f-code");
  code.required = true;
  code.error = error_text(state.errors, "f-code");
  code.input.keyboard = view::Keyboard::numeric;
  code.input.autocomplete = "one-time-code";
  code.input.ltr = true;
  Nodes fields = {std::move(code), submit("account.confirm", "confirm-submit")};
  return {view::paragraph(say("account.scan")), std::move(qr), view::node(Kind::facts, {}, {std::move(key)}),
          staff_form(site, "confirm", say("account.second_factor"), address("confirm"), std::move(fields))};
}

Node recovery_list(const AccountState& state) {
  Node list = view::node(Kind::list, say("account.recovery"), {}, "recovery");
  for (const std::string& code : state.recovery) list.children.push_back(view::node(Kind::item, text::ltr(code), {}));
  return list;
}

Node factor_section(const Site& site, const AccountState& state) {
  Nodes parts = {view::heading(2, say("account.second_factor"))};
  parts.push_back(
      view::paragraph(say(state.second_factor ? "account.second_factor_on" : "account.second_factor_note")));
  if (!state.recovery.empty()) {
    parts.push_back(view::notice(say("account.recovery_note"), Tone::warning, "recovery-note"));
    parts.push_back(recovery_list(state));
  }
  if (!state.secret.empty()) {
    for (Node& node : pending_factor(site, state)) parts.push_back(std::move(node));
  } else if (!state.second_factor) {
    parts.push_back(action_form(site, "begin", say("account.begin"), address("begin"), Tone::primary));
  }
  if (state.second_factor) {
    Nodes fields = {password_field("f-password", "account.old", "current-password", state),
                    submit("account.end", "factor-end-submit", Tone::danger)};
    parts.push_back(staff_form(site, "factor-end", say("account.end"), address("factor-end"), std::move(fields)));
  }
  return view::section(say("account.second_factor"), std::move(parts), "factor-section");
}

void add_outcome(Nodes& content, const std::vector<FieldError>& errors, const std::string& failure,
                 const std::string& done) {
  if (!errors.empty()) content.push_back(error_list(errors));
  if (!failure.empty()) content.push_back(view::notice(say(failure), Tone::danger, "failure"));
  if (!done.empty()) content.push_back(view::notice(say(done), Tone::success, "done"));
}

}  // namespace

Node account_view(const Site& site, const AccountState& state) {
  Nodes content = {title_heading(say("account.heading"))};
  if (state.must_change) content.push_back(view::notice(say("account.must_change"), Tone::warning, "must-change"));
  add_outcome(content, state.errors, state.failure, state.done);
  content.push_back(password_section(site, state));
  if (!state.must_change) {
    content.push_back(factor_section(site, state));
    content.push_back(sessions_section(site, state));
  }
  return frame(site, say("account.heading"), std::move(content));
}

}  // namespace hamandish::pages

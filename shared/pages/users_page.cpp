#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/pages/account_page.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

constexpr std::string_view kSection = "users";

std::string unit_name(const Site& site, std::string_view unit_id) {
  const Unit* unit = site.profile->unit(unit_id);
  return unit != nullptr ? unit->name : std::string(unit_id);
}

Node select(const std::string& id, std::string_view label, std::string_view value, const UserState& state) {
  Node field = view::node(Kind::select, say(label), {}, id);
  field.value = value;
  field.required = true;
  field.error = error_text(state.errors, id);
  return field;
}

Nodes fields_of(const Site& site, const UserState& state) {
  Nodes fields;
  if (state.is_new) {
    Node username = view::node(Kind::text_field, say("users.username"), {}, "f-username");
    username.value = state.user.username;
    username.help = say("users.username_help");
    username.required = true;
    username.input.ltr = true;
    username.error = error_text(state.errors, "f-username");
    fields.push_back(std::move(username));
  }
  Node name = view::node(Kind::text_field, say("users.name"), {}, "f-name");
  name.value = state.user.name;
  name.required = true;
  name.error = error_text(state.errors, "f-name");
  fields.push_back(std::move(name));
  Node role = select("f-role", "users.role", wire_name(state.user.role), state);
  for (const Role each : kRoles) role.options.push_back({std::string(wire_name(each)), say(message_key(each))});
  fields.push_back(std::move(role));
  Node unit = select("f-unit_id", "users.unit", state.user.unit_id, state);
  unit.options.push_back({"", say("form.choose_one")});
  for (const Unit& each : site.profile->units) unit.options.push_back({each.id, each.name});
  fields.push_back(std::move(unit));
  Node enabled = view::node(Kind::checkbox, say("users.enabled"), {}, "f-enabled");
  enabled.checked = state.user.enabled;
  fields.push_back(std::move(enabled));
  return fields;
}

}  // namespace

Node users_view(const Site& site, const std::vector<UserLine>& users) {
  Nodes content;
  content.push_back(view::actions({view::link(say("settings.heading"), std::string(kSettingsPath))}));
  content.push_back(title_heading(say("settings.users")));
  content.push_back(view::actions({view::link(say("settings.add"), settings_address(kSection, kNewItem))}));
  Node table = view::node(Kind::table, say("settings.users"), {}, "users");
  table.columns = {say("users.name"), say("users.username"), say("users.role"), say("users.unit")};
  for (const UserLine& user : users) {
    std::string role = say(message_key(user.role));
    if (!user.enabled) role += " · " + say("users.disabled");
    table.children.push_back(
        view::node(Kind::row, {},
                   {view::link(user.name, settings_address(kSection, user.username)), view::paragraph(user.username),
                    view::paragraph(std::move(role)), view::paragraph(unit_name(site, user.unit_id))},
                   "row-" + user.username));
  }
  content.push_back(std::move(table));
  return frame(site, say("settings.users"), std::move(content));
}

Node user_view(const Site& site, const UserState& state) {
  const std::string title = state.is_new ? say("settings.add") : state.user.name;
  Nodes content;
  content.push_back(view::actions({view::link(say("settings.users"), settings_address(kSection))}));
  content.push_back(title_heading(title.empty() ? say("settings.users") : title));
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  if (!state.done.empty()) content.push_back(view::notice(say(state.done), Tone::success, "done"));
  if (!state.password.empty()) {
    content.push_back(view::notice(say("users.first_password", {{"password", "\u2066" + state.password + "\u2069"}}),
                                   Tone::warning, "password"));
  }
  if (state.must_change && state.password.empty()) content.push_back(view::paragraph(say("users.must_change")));
  if (state.second_factor) content.push_back(view::paragraph(say("users.second_factor")));
  const std::string base = settings_address(kSection, state.is_new ? kNewItem : state.user.username);
  Nodes fields = fields_of(site, state);
  Node save = view::button(say("settings.save"), Tone::primary);
  save.id = "save-submit";
  fields.push_back(view::actions({std::move(save)}));
  content.push_back(staff_form(site, "save", say("settings.save"), base + "/save/v0", std::move(fields)));
  if (!state.is_new) {
    content.push_back(action_form(site, "reset", say("users.reset"), base + "/reset/v0", Tone::danger));
    content.push_back(action_form(site, "unlock", say("users.unlock"), base + "/unlock/v0", Tone::neutral));
    content.push_back(action_form(site, "end", say("users.end_sessions"), base + "/end/v0", Tone::neutral));
  }
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages

#include "shared/pages/settings_page.h"

#include "shared/cases/case_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_fields.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

std::string text_of(const Json& item, std::string_view member) {
  const Json* value = value_of(item, member);
  return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
}

std::string name_of(const Section& section, const Json& item) {
  std::string name = text_of(item, section.named_by);
  return name.empty() ? text_of(item, "id") : name;
}

// What a list says of an item beside its name.
std::string remark_of(const Site& site, const Json& item) {
  const std::string unit_id = text_of(item, item.find("default_unit_id") != nullptr ? "default_unit_id" : "unit_id");
  const Unit* unit = site.profile->unit(unit_id);
  std::string remark = unit != nullptr ? unit->name : text_of(item, "manager");
  const Json* enabled = item.find(item.find("open") != nullptr ? "open" : "enabled");
  if (enabled != nullptr && enabled->boolean() == false) {
    remark += (remark.empty() ? "" : " · ") + say("settings.switched_off");
  }
  return remark;
}

Node menu_link(std::string title, std::string note, std::string target) {
  Node link = view::link(std::move(title), std::move(target));
  link.note = std::move(note);
  return link;
}

Node back_link(std::string text, std::string target) {
  return view::actions({view::link(std::move(text), std::move(target))});
}

void add_outcome(Nodes& content, const SettingsState& state) {
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  if (!state.done.empty()) content.push_back(view::notice(say(state.done), Tone::success, "done"));
}

// Up, down and away, where the section has them.
Nodes item_actions(const Site& site, const SettingsState& state, const Section& section) {
  const std::string base = settings_address(state.section_id, state.item_id);
  const std::string version = "/v" + std::to_string(state.version);
  Nodes forms;
  if (section.ordered) {
    forms.push_back(action_form(site, "up", say("settings.up"), base + "/up" + version, Tone::neutral));
    forms.push_back(action_form(site, "down", say("settings.down"), base + "/down" + version, Tone::neutral));
  }
  if (section.may_add) {
    forms.push_back(action_form(site, "remove", say("settings.remove"), base + "/remove" + version, Tone::danger));
  }
  return forms;
}

}  // namespace

std::string settings_address(std::string_view section_id, std::string_view item_id) {
  std::string address = std::string(kSettingsPath) + "/" + std::string(section_id);
  if (!item_id.empty()) address += "/" + std::string(item_id);
  return address;
}

std::string section_title(const Site& site, std::string_view section_id) {
  const std::string_view kind_name = form_of_section(section_id);
  const std::optional<CaseKind> kind = case_kind_from(kind_name);
  const KindForm* form = kind ? site.profile->kind(*kind) : nullptr;
  const Section* section = setting_section(section_id);
  if (section == nullptr) return std::string(section_id);
  return form != nullptr ? say(section->title, {{"kind", form->name}}) : say(section->title);
}

Node staff_form(const Site& site, const std::string& id, std::string name, std::string target, Nodes fields) {
  Node form = view::node(Kind::form, std::move(name), std::move(fields), id);
  form.target = std::move(target);
  form.intent = "send:" + id;
  if (site.session) form.children.push_back(view::hidden("csrf-" + id, site.session->csrf_token));
  return form;
}

Node action_form(const Site& site, const std::string& id, std::string label, std::string target, Tone tone) {
  Node button = view::button(label, tone);
  button.id = id + "-submit";
  return staff_form(site, id, std::move(label), std::move(target), {view::actions({std::move(button)})});
}

Node settings_menu_view(const Site& site) {
  const Role role = site.session ? site.session->role : Role::officer;
  Node grid = view::node(Kind::link_grid, say("settings.heading"), {}, "sections");
  for (const Section& section : setting_sections()) {
    if (!may_edit_section(role, section.id)) continue;
    grid.children.push_back(menu_link(say(section.title), say(section.note), settings_address(section.id)));
  }
  if (may_manage_users(role)) {
    grid.children.push_back(menu_link(say("settings.users"), say("settings.users_note"), settings_address("users")));
    grid.children.push_back(menu_link(say("bench.heading"), say("bench.note"), settings_address("bench")));
  }
  if (may_read_audit(role)) {
    grid.children.push_back(menu_link(say("audit.heading"), say("audit.note"), settings_address("audit")));
  }
  Nodes content;
  content.push_back(title_heading(say("settings.heading")));
  content.push_back(std::move(grid));
  return frame(site, say("settings.heading"), std::move(content));
}

Node settings_list_view(const Site& site, const SettingsState& state) {
  const Section& section = *setting_section(state.section_id);
  const std::string title = section_title(site, state.section_id);
  Nodes content;
  content.push_back(back_link(say("settings.heading"), std::string(kSettingsPath)));
  content.push_back(title_heading(title));
  content.push_back(view::paragraph(say(section.note)));
  add_outcome(content, state);
  if (section.may_add) {
    content.push_back(back_link(say("settings.add"), settings_address(state.section_id, kNewItem)));
  }
  if (state.list.items().empty()) {
    content.push_back(view::node(Kind::empty_state, say("settings.empty"), {}, "empty"));
    return frame(site, title, std::move(content));
  }
  Node table = view::node(Kind::table, title, {}, "items");
  table.columns = {say("settings.name"), say("settings.remark")};
  for (const Json& item : state.list.items()) {
    const std::string id = text_of(item, "id");
    table.children.push_back(view::node(Kind::row, {},
                                        {view::link(name_of(section, item), settings_address(state.section_id, id)),
                                         view::paragraph(remark_of(site, item))},
                                        "row-" + id));
  }
  content.push_back(std::move(table));
  return frame(site, title, std::move(content));
}

Node settings_item_view(const Site& site, const SettingsState& state) {
  const Section& section = *setting_section(state.section_id);
  const std::string section_name = section_title(site, state.section_id);
  const bool is_new = state.item_id == kNewItem;
  const bool single = state.item_id.empty();
  const std::string item_name = name_of(section, state.item);
  const std::string title = single ? section_name : is_new ? say("settings.add") : item_name;
  Nodes content;
  content.push_back(single ? back_link(say("settings.heading"), std::string(kSettingsPath))
                           : back_link(section_name, settings_address(state.section_id)));
  content.push_back(title_heading(title.empty() ? section_name : title));
  if (single) content.push_back(view::paragraph(say(section.note)));
  add_outcome(content, state);
  Nodes fields;
  for (const SettingField& field : section.fields) {
    // The id of what is there already is part of addresses and of stored cases.
    if (field.kind == SettingKind::id && !is_new) continue;
    fields.push_back(setting_node(field, state.item, *site.profile, state.errors));
  }
  Node save = view::button(say("settings.save"), Tone::primary);
  save.id = "save-submit";
  fields.push_back(version_field(state.version));
  fields.push_back(view::actions({std::move(save)}));
  const std::string target = settings_address(state.section_id, single ? "all" : state.item_id) + "/save";
  content.push_back(staff_form(site, "save", say("settings.save"), target, std::move(fields)));
  if (state.section_id == "kinds" && !is_new) {
    content.push_back(back_link(say("settings.open_form"), settings_address("form-" + state.item_id)));
  }
  if (!single && !is_new) {
    for (Node& form : item_actions(site, state, section)) content.push_back(std::move(form));
  }
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages

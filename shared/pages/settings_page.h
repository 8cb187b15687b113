// The settings, one editor for all sections (shared/directory/sections.h): the menu, the list of a section, the form of
// an item. The server makes these pages whole, for browsers with and without the client.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/directory/sections.h"
#include "shared/json/json.h"
#include "shared/pages/state.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kSettingsPath = "/staff/settings";
inline constexpr std::string_view kNewItem = "new";

struct SettingsState {
  std::string section_id;
  std::int64_t version = 0;        // of the profile, sent back with a change
  Json list;                       // of the section, or its single values
  std::string item_id;             // of the open item; kNewItem; empty for a section of single values
  Json item;                       // as it holds, or as it was typed
  std::vector<FieldError> errors;  // fields: field_id
  std::string failure;             // message key
  std::string done;                // message key
};

// The id of a field's node and the name under which its form sends it.
std::string field_id(const SettingField& field);
// Of one checkbox of a field with several values.
std::string field_id(const SettingField& field, std::string_view value);
// The member of that name, also «clocks.warn_days»; nullptr if there is none.
const Json* value_of(const Json& item, std::string_view name);
// What the checkboxes of such a field offer; empty for kinds of settings with one value.
std::vector<view::Option> choices_of(const SettingField& field, const Profile& profile);

// Address of a section, or of an item of it.
std::string settings_address(std::string_view section_id, std::string_view item_id = {});
std::string section_title(const Site& site, std::string_view section_id);

// A form whose every control is sent to `target`; «csrf» stands in it. `id` must be unique in the page.
view::Node staff_form(const Site& site, const std::string& id, std::string name, std::string target,
                      view::Nodes fields);
// A button that sends its own small form.
view::Node action_form(const Site& site, const std::string& id, std::string label, std::string target, view::Tone tone);

view::Node settings_menu_view(const Site& site);
view::Node settings_list_view(const Site& site, const SettingsState& state);
view::Node settings_item_view(const Site& site, const SettingsState& state);

}  // namespace hamandish::pages

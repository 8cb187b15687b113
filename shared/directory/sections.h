// What of the profile can be changed in the settings, described field by field: one editor serves all sections
// (shared/pages/settings_page.h shows them, server/service/settings_service.h changes them). A new setting is one line
// in sections.cpp and one message.
#pragma once

#include <span>
#include <string_view>

namespace hamandish {

enum class SettingKind {
  line,         // one line of text
  text,         // several lines
  id,           // of a new item; fixed afterwards
  number,       //
  yes_no,       //
  lines,        // a list of texts, one in each line
  digit_lines,  // the same; digits are shown Persian and kept ASCII: dates, times
  unit,         // id of a unit
  maybe_unit,   // or none
  kinds,        // any of the kinds of message
  states,       // any of the states of a case
  weekdays,     // numbers 0..6
  categories,   // ids of categories
  field_kind,   // kind of a form's field
};

struct SettingField {
  std::string_view name;   // member of the JSON object; «clocks.warn_days» is one step deeper
  std::string_view label;  // message key
  SettingKind kind = SettingKind::line;
  bool required = false;
  std::string_view help{};  // message key, or empty
};

struct Section {
  std::string_view id;                 // in addresses
  std::string_view title;              // message key
  std::string_view note;               // message key: what it is for
  std::string_view member;             // list in the profile; empty: single values of the profile itself
  std::string_view named_by = "name";  // member of an item that people know it by
  bool may_add = false;                // and remove
  bool ordered = false;                // the order counts: up and down
  std::span<const SettingField> fields;
};

std::span<const Section> setting_sections();
// nullptr if there is none. «form-<kind>» is the list of fields of that kind's form.
const Section* setting_section(std::string_view id);
// The kind of message whose form a section «form-<kind>» edits; empty for all others.
std::string_view form_of_section(std::string_view id);

}  // namespace hamandish

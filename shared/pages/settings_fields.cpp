// From a section's description and the present values to the nodes of a form.
#include "shared/pages/settings_fields.h"

#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/directory/field_kinds.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/options.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Option;

std::string lines_of(const Json& list) {
  std::string text;
  for (const Json& line : list.items()) {
    if (line.text() == nullptr) continue;
    if (!text.empty()) text += '\n';
    text += *line.text();
  }
  return text;
}

std::string typed(const Json* value) {
  if (value == nullptr) return {};
  if (value->text() != nullptr) return *value->text();
  if (value->integer()) return std::to_string(*value->integer());
  if (value->boolean()) return *value->boolean() ? "1" : "";
  return value->is_array() ? lines_of(*value) : std::string();
}

bool contains(const Json* list, std::string_view wanted) {
  if (list == nullptr) return false;
  const Json::Items& items = list->items();
  return std::any_of(items.begin(), items.end(), [&](const Json& item) { return typed(&item) == wanted; });
}

std::vector<Option> unit_options(const Profile& profile, bool may_be_none) {
  std::vector<Option> options;
  options.push_back({"", say(may_be_none ? "settings.no_unit" : "form.choose_one")});
  for (const Unit& unit : profile.units) options.push_back({unit.id, unit.name});
  return options;
}

std::vector<Option> field_kind_options() {
  std::vector<Option> options;
  options.push_back({"", say("form.choose_one")});
  for (int i = 0; i <= static_cast<int>(FieldKind::tracking_code); ++i) {
    const std::string name(wire_name(static_cast<FieldKind>(i)));
    options.push_back({name, say("field_kind." + name)});
  }
  return options;
}

Kind node_kind(SettingKind kind) {
  switch (kind) {
    case SettingKind::text:
    case SettingKind::lines:
    case SettingKind::digit_lines:
      return Kind::text_area;
    case SettingKind::unit:
    case SettingKind::maybe_unit:
    case SettingKind::field_kind:
      return Kind::select;
    case SettingKind::yes_no:
      return Kind::checkbox;
    default:
      return Kind::text_field;
  }
}

Node several(const SettingField& field, const Json* value, const std::vector<Option>& options,
             const std::vector<FieldError>& errors) {
  Node group = view::node(Kind::group, say(field.label), {}, field_id(field));
  const bool may_be_all = field.kind != SettingKind::weekdays && field.help.empty();
  if (may_be_all) group.help = say("settings.none_is_all");
  if (!field.help.empty()) group.help = say(field.help);
  group.error = error_text(errors, field_id(field));
  for (const Option& option : options) {
    Node box = view::node(Kind::checkbox, option.text, {}, field_id(field, option.value));
    box.checked = contains(value, option.value);
    group.children.push_back(std::move(box));
  }
  return group;
}

}  // namespace

std::string field_id(const SettingField& field) {
  std::string id = "f-" + std::string(field.name);
  std::replace(id.begin(), id.end(), '.', '-');
  return id;
}

std::string field_id(const SettingField& field, std::string_view value) {
  return field_id(field) + "-" + std::string(value);
}

const Json* value_of(const Json& item, std::string_view name) {
  const std::size_t dot = name.find('.');
  const Json* found = item.find(name.substr(0, dot));
  if (found == nullptr || dot == std::string_view::npos) return found;
  return found->find(name.substr(dot + 1));
}

std::vector<Option> choices_of(const SettingField& field, const Profile& profile) {
  switch (field.kind) {
    case SettingKind::kinds:
      return kind_options(profile);
    case SettingKind::states:
      return enum_options(kCaseStates);
    case SettingKind::categories:
      return named_options(profile.categories);
    case SettingKind::weekdays:
      break;
    default:
      return {};
  }
  constexpr int kWeekdays = 7;
  std::vector<Option> options;
  options.reserve(kWeekdays);
  for (int day = 0; day < kWeekdays; ++day) {
    options.push_back({std::to_string(day), std::string(weekday_name(day))});
  }
  return options;
}

Node setting_node(const SettingField& field, const Json& item, const Profile& profile,
                  const std::vector<FieldError>& errors) {
  const Json* value = value_of(item, field.name);
  if (const std::vector<Option> options = choices_of(field, profile); !options.empty()) {
    return several(field, value, options, errors);
  }
  Node node = view::node(node_kind(field.kind), say(field.label), {}, field_id(field));
  node.value = typed(value);
  const bool digits = field.kind == SettingKind::number || field.kind == SettingKind::digit_lines;
  if (digits) node.value = text::persian_digits(node.value);
  node.required = field.required;
  node.error = error_text(errors, node.id);
  if (!field.help.empty()) node.help = say(field.help);
  if (field.kind == SettingKind::yes_no) node.checked = node.value == "1";
  if (field.kind == SettingKind::unit) node.options = unit_options(profile, false);
  if (field.kind == SettingKind::maybe_unit) node.options = unit_options(profile, true);
  if (field.kind == SettingKind::field_kind) node.options = field_kind_options();
  if (field.kind == SettingKind::number) node.input.keyboard = view::Keyboard::numeric;
  node.input.ltr = field.kind == SettingKind::id;
  return node;
}

}  // namespace hamandish::pages

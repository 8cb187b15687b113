// Options of a select from lists of the domain.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/directory/profile.h"
#include "shared/messages/messages.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// Each enumerator by its wire name, in the words of message_key.
template <class Enum, std::size_t n>
std::vector<view::Option> enum_options(const std::array<Enum, n>& values) {
  std::vector<view::Option> options;
  options.reserve(n);
  for (const Enum value : values) options.push_back({std::string(wire_name(value)), say(message_key(value))});
  return options;
}

// Every kind of case, as the organisation calls it.
inline std::vector<view::Option> kind_options(const Profile& profile) {
  std::vector<view::Option> options;
  options.reserve(kCaseKinds.size());
  for (const CaseKind kind : kCaseKinds) options.push_back({std::string(wire_name(kind)), kind_text(profile, kind)});
  return options;
}

// Each item by its id, in the words of its name.
template <class Item>
std::vector<view::Option> named_options(const std::vector<Item>& items) {
  std::vector<view::Option> options;
  options.reserve(items.size());
  for (const Item& item : items) options.push_back({item.id, item.name});
  return options;
}

}  // namespace hamandish::pages

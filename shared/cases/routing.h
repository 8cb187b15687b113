// Which unit gets a new case. Data decides: the category's unit, else the kind's default unit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/cases/kinds.h"
#include "shared/directory/profile.h"

namespace hamandish {

// The id of a unit of the profile. An unknown category, an empty one, or one that is not offered for this kind does not
// decide; read_profile has made sure that every kind has a default unit.
std::string route(const Profile& profile, CaseKind kind, std::string_view category_id);

// What rules look at: the answers of a new case as they were typed.
struct RouteQuery {
  CaseKind kind = CaseKind::complaint;
  std::string category_id;
  std::string place;  // the answer «place», or empty
  std::string text;   // subject and body
};

// Where it goes and why: by a rule, or, when none fits, by the category or the kind.
struct RouteDecision {
  std::string unit_id;
  std::optional<std::size_t> rule;  // position in Profile::rules
  std::string word;                 // the word or place of the rule that was found, as the rule has it
  bool by_category = false;         // only without a rule
};

// The first enabled rule that fits decides; rules whose unit no longer exists are passed over. Words are compared as a
// search compares: any spelling, any digits, at the beginning of a word.
RouteDecision decide_route(const Profile& profile, const RouteQuery& query);

}  // namespace hamandish

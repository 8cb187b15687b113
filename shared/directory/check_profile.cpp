#include "shared/directory/check_profile.h"

#include <algorithm>
#include <string>

#include "shared/cases/deadlines.h"

namespace hamandish {
namespace {

constexpr std::string_view kUnknownUnit = "profile.unknown_unit";
constexpr std::string_view kDuplicate = "profile.duplicate";
constexpr std::string_view kBadValue = "profile.bad_value";

using Errors = std::vector<FieldError>;

void refuse(Errors& errors, std::string place, std::string_view key) {
  errors.push_back({std::move(place), std::string(key), {}});
}

std::string place(std::string_view list, std::size_t at, std::string_view member) {
  return std::string(list) + "[" + std::to_string(at) + "]." + std::string(member);
}

// Lower-case ASCII letters, digits, '-' and '_': ids become addresses, user names and DOM ids.
bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool is_colour(std::string_view text) {
  const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 7 && text.front() == '#' && std::all_of(text.begin() + 1, text.end(), hex);
}

// Ids of the pages on which fields stand: a field with one of them would be two elements with one id.
constexpr std::string_view kTakenIds[] = {
    "page",         "main",         "nav",      "banner",   "foot",           "title",    "skip",
    "session",      "errors",       "failure",  "send",     "person",         "message",  "new-case",
    "likely",       "same-subject", "progress", "proving",  "closed",         "channels", "site-notice",
    "who-and-when", "website",      "altcha",   "uploaded", "idempotency_key"};

bool is_taken(std::string_view id) {
  return std::find(std::begin(kTakenIds), std::end(kTakenIds), id) != std::end(kTakenIds) ||
         id.starts_with("likely-") || id.starts_with("file-");
}

template <class Item>
void check_ids(Errors& errors, std::string_view list, const std::vector<Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_id(items[i].id)) refuse(errors, place(list, i, "id"), kBadValue);
    const auto before = items.begin() + static_cast<std::ptrdiff_t>(i);
    const bool seen = std::any_of(items.begin(), before, [&](const Item& item) { return item.id == items[i].id; });
    if (seen) refuse(errors, place(list, i, "id"), kDuplicate);
  }
}

// A chain of parents that comes back to its start would never end.
bool parents_end(const Profile& profile, const Unit& unit) {
  const Unit* at = &unit;
  for (std::size_t steps = 0; at != nullptr && !at->parent_id.empty(); ++steps) {
    if (steps > profile.units.size()) return false;
    at = profile.unit(at->parent_id);
  }
  return true;
}

void check_units(Errors& errors, const Profile& profile) {
  check_ids(errors, "units", profile.units);
  for (std::size_t i = 0; i < profile.units.size(); ++i) {
    const Unit& unit = profile.units[i];
    const bool known = unit.parent_id.empty() || profile.unit(unit.parent_id) != nullptr;
    if (!known) refuse(errors, place("units", i, "parent_id"), kUnknownUnit);
    if (!parents_end(profile, unit)) refuse(errors, place("units", i, "parent_id"), kBadValue);
  }
}

void check_categories(Errors& errors, const Profile& profile) {
  check_ids(errors, "categories", profile.categories);
  for (std::size_t i = 0; i < profile.categories.size(); ++i) {
    if (profile.unit(profile.categories[i].unit_id) == nullptr) {
      refuse(errors, place("categories", i, "unit_id"), kUnknownUnit);
    }
  }
}

void check_kinds(Errors& errors, const Profile& profile) {
  for (std::size_t i = 0; i < profile.kinds.size(); ++i) {
    const KindForm& form = profile.kinds[i];
    if (profile.kind(form.kind) != &form) refuse(errors, place("kinds", i, "id"), kDuplicate);
    if (profile.unit(form.default_unit_id) == nullptr) {
      refuse(errors, place("kinds", i, "default_unit_id"), kUnknownUnit);
    }
    // A year of working days is more than any promise; the law's own limit is three months.
    if (form.working_days < 1 || form.working_days > 250) refuse(errors, place("kinds", i, "working_days"), kBadValue);
    check_ids(errors, place("kinds", i, "fields"), form.fields);
    if (!form.person_kinds.empty() && form.person_kinds.front() != PersonKind::natural) {
      refuse(errors, place("kinds", i, "person_kinds"), kBadValue);  // who says nothing is a natural person
    }
    for (std::size_t j = 0; j < form.fields.size(); ++j) {
      const Field& field = form.fields[j];
      if (is_taken(field.id)) refuse(errors, place(place("kinds", i, "fields"), j, "id"), kBadValue);
      const bool impossible = field.max_length > 0 && field.min_length > field.max_length;
      if (impossible) refuse(errors, place(place("kinds", i, "fields"), j, "min_length"), kBadValue);
    }
  }
}

}  // namespace

std::vector<FieldError> check_profile(const Profile& profile) {
  Errors errors;
  if (!is_id(profile.id)) refuse(errors, "id", kBadValue);
  if (!is_colour(profile.accent)) refuse(errors, "accent", kBadValue);
  if (!has_working_weekday(working_calendar(profile))) refuse(errors, "weekend", kBadValue);
  if (std::adjacent_find(profile.holidays.begin(), profile.holidays.end()) != profile.holidays.end()) {
    refuse(errors, "holidays", kDuplicate);
  }
  if (profile.units.empty()) refuse(errors, "units", kBadValue);
  if (profile.kinds.empty()) refuse(errors, "kinds", kBadValue);
  check_units(errors, profile);
  check_categories(errors, profile);
  check_kinds(errors, profile);
  check_ids(errors, "channels", profile.channels);
  check_ids(errors, "faq", profile.faq);
  for (std::size_t i = 0; i < profile.faq.size(); ++i) {
    const std::string& category = profile.faq[i].category_id;
    if (!category.empty() && profile.category(category) == nullptr) {
      refuse(errors, place("faq", i, "category_id"), kBadValue);
    }
  }
  check_ids(errors, "promises", profile.promises);
  check_office_rules(profile.office, errors);
  return errors;
}

}  // namespace hamandish

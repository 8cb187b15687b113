#include "shared/directory/profile.h"

#include <algorithm>
#include <array>

namespace hamandish {
namespace {

constexpr std::array<std::string_view, 5> kPersonFields = {"first_name", "last_name", "national_id", "mobile", "email"};

template <class Item>
const Item* by_id(const std::vector<Item>& items, std::string_view id) {
  const auto at = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return at != items.end() ? &*at : nullptr;
}

}  // namespace

const Unit* Profile::unit(std::string_view unit_id) const {
  return by_id(units, unit_id);
}

const Category* Profile::category(std::string_view category_id) const {
  return by_id(categories, category_id);
}

const KindForm* Profile::kind(CaseKind wanted) const {
  const auto at = std::find_if(kinds.begin(), kinds.end(), [&](const KindForm& form) { return form.kind == wanted; });
  return at != kinds.end() ? &*at : nullptr;
}

bool is_person_field(std::string_view field_id) {
  return std::find(kPersonFields.begin(), kPersonFields.end(), field_id) != kPersonFields.end();
}

std::vector<Field> fields_to_fill(const KindForm& form, bool anonymous) {
  std::vector<Field> fields;
  for (const Field& field : form.fields) {
    if (!anonymous || !is_person_field(field.id)) fields.push_back(field);
  }
  return fields;
}

}  // namespace hamandish

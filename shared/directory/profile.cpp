#include "shared/directory/profile.h"

#include <algorithm>
#include <array>

#include "shared/messages/messages.h"

namespace hamandish {
namespace {

constexpr std::array<std::string_view, 13> kPersonFields = {
    kPersonKindField, "first_name", "last_name", "national_id", "legal_id",    "company_name", "representative_post",
    "foreign_id",     "mobile",     "email",     "address",     "postal_code", "city"};

bool offers(const KindForm& form, PersonKind kind) {
  return std::find(form.person_kinds.begin(), form.person_kinds.end(), kind) != form.person_kinds.end();
}

bool is_asked_of(const Field& field, PersonKind person) {
  return field.persons.empty() || std::find(field.persons.begin(), field.persons.end(), person) != field.persons.end();
}

// The choice of who writes; not required: without it a natural person does.
Field person_kind_field(const KindForm& form) {
  Field field;
  field.id = kPersonKindField;
  field.kind = FieldKind::choice;
  field.label = say("form.person_kind");
  field.help = say("form.person_kind_help");
  for (const PersonKind kind : form.person_kinds) {
    field.choices.push_back({std::string(wire_name(kind)), say(message_key(kind))});
  }
  return field;
}

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

const Channel* Profile::channel(std::string_view channel_id) const {
  return by_id(channels, channel_id);
}

bool Profile::takes_from_web(const KindForm& form) const {
  const Channel* web = channel("web");
  return !form.closed && (web == nullptr || web->open);
}

bool is_person_field(std::string_view field_id) {
  return std::find(kPersonFields.begin(), kPersonFields.end(), field_id) != kPersonFields.end();
}

const Field* earlier_code_field(const KindForm& form) {
  const auto at = std::find_if(form.fields.begin(), form.fields.end(),
                               [](const Field& field) { return field.kind == FieldKind::tracking_code; });
  return at != form.fields.end() ? &*at : nullptr;
}

std::vector<Field> fields_to_fill(const KindForm& form, bool anonymous, PersonKind person) {
  std::vector<Field> fields;
  fields.reserve(form.fields.size() + 1);
  if (!anonymous && form.person_kinds.size() > 1) fields.push_back(person_kind_field(form));
  for (const Field& field : form.fields) {
    const bool of_the_person = is_person_field(field.id);
    if (of_the_person && (anonymous || !is_asked_of(field, person))) continue;
    fields.push_back(field);
  }
  return fields;
}

PersonKind person_kind_of(const KindForm& form, const Answers& answers) {
  const PersonKind fallback = form.person_kinds.empty() ? PersonKind::natural : form.person_kinds.front();
  const PersonKind said = person_kind_from(answer(answers, kPersonKindField)).value_or(fallback);
  return offers(form, said) ? said : fallback;
}

}  // namespace hamandish

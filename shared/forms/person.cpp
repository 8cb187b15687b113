#include "shared/forms/person.h"

#include <cstddef>

#include "shared/base/wire_names.h"

namespace hamandish {
namespace {

// In the order of PersonKind.
constexpr std::array<std::string_view, 3> kNames = {"natural", "legal", "foreign"};
constexpr std::array<std::string_view, 3> kKeys = {"person.natural", "person.legal", "person.foreign"};
static_assert(kNames.size() == kPersonKinds.size() && kKeys.size() == kPersonKinds.size());

}  // namespace

std::string_view wire_name(PersonKind kind) {
  return name_in(kNames, kind);
}

std::optional<PersonKind> person_kind_from(std::string_view wire_name) {
  return value_in<PersonKind>(kNames, wire_name);
}

std::string_view message_key(PersonKind kind) {
  return kKeys.at(static_cast<std::size_t>(kind));
}

}  // namespace hamandish

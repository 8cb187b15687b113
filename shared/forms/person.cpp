#include "shared/forms/person.h"

#include <cstddef>

namespace hamandish {
namespace {

// In the order of PersonKind.
constexpr std::array<std::string_view, 3> kNames = {"natural", "legal", "foreign"};
constexpr std::array<std::string_view, 3> kKeys = {"person.natural", "person.legal", "person.foreign"};
static_assert(kNames.size() == kPersonKinds.size() && kKeys.size() == kPersonKinds.size());

}  // namespace

std::string_view wire_name(PersonKind kind) {
  return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<PersonKind> person_kind_from(std::string_view wire_name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames.at(i) == wire_name) return static_cast<PersonKind>(i);
  }
  return std::nullopt;
}

std::string_view message_key(PersonKind kind) {
  return kKeys.at(static_cast<std::size_t>(kind));
}

}  // namespace hamandish

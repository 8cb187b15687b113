#include "shared/users/permissions.h"

#include "shared/base/check.h"

namespace hamandish {
namespace {

enum class Reach { nothing, own_unit, all_units };

struct RoleFacts {
  Role role;
  std::string_view name;
  Reach read;
  Reach note;
  Reach refer;
  Reach reply;
};

using enum Reach;

// The whole of it. The operator takes down and passes on, but does not decide; it and admin keep the machine and the
// accounts running and see no case.
constexpr RoleFacts kRoleFacts[] = {
    // role, name, read, note, refer, reply
    {Role::officer, "officer", own_unit, own_unit, own_unit, own_unit},
    {Role::unit_manager, "unit_manager", own_unit, own_unit, own_unit, own_unit},
    {Role::head_office, "head_office", all_units, all_units, all_units, all_units},
    {Role::public_relations, "public_relations", own_unit, own_unit, own_unit, own_unit},
    {Role::it, "it", nothing, nothing, nothing, nothing},
    {Role::regulations, "regulations", own_unit, own_unit, own_unit, own_unit},
    {Role::telephone_operator, "telephone_operator", own_unit, own_unit, own_unit, nothing},
    {Role::admin, "admin", nothing, nothing, nothing, nothing},
};
static_assert(std::size(kRoleFacts) == kRoles.size());

const RoleFacts& facts(Role role) {
  const RoleFacts& found = kRoleFacts[static_cast<std::size_t>(role)];
  HAMANDISH_CHECK(found.role == role);
  return found;
}

bool within(Reach reach, const Actor& actor, const CaseScope& scope) {
  if (reach == all_units) return true;
  // A case without a unit, or staff without one, match nobody: two empty ids are not the same unit.
  return reach == own_unit && !actor.unit_id.empty() && actor.unit_id == scope.unit_id;
}

}  // namespace

std::string_view wire_name(Role role) {
  return facts(role).name;
}

std::optional<Role> role_from(std::string_view wire_name) {
  for (const RoleFacts& row : kRoleFacts) {
    if (row.name == wire_name) return row.role;
  }
  return std::nullopt;
}

bool may_see_all_units(Role role) {
  return facts(role).read == all_units;
}
bool may_see_any_case(Role role) {
  return facts(role).read != nothing;
}
bool may_read(const Actor& actor, const CaseScope& scope) {
  return within(facts(actor.role).read, actor, scope);
}
bool may_note(const Actor& actor, const CaseScope& scope) {
  return within(facts(actor.role).note, actor, scope);
}
bool may_refer(const Actor& actor, const CaseScope& scope) {
  return within(facts(actor.role).refer, actor, scope);
}
bool may_reply(const Actor& actor, const CaseScope& scope) {
  return within(facts(actor.role).reply, actor, scope);
}

}  // namespace hamandish

#include "shared/users/permissions.h"

#include <algorithm>

#include "shared/base/check.h"

namespace hamandish {
namespace {

// Whose cases a right is for.
enum class Reach : char { nothing = '-', own_unit = 'o', consulted = 'c', own_or_consulted = 'b', all_units = 'a' };

struct RoleFacts {
  Role role;
  std::string_view name;
  std::string_view reach;  // a Reach for each right, in the order of kRights
};

// The whole of it. The operator takes down and passes on, but does not decide; it and admin keep the machine and the
// accounts running and see no case.
constexpr RoleFacts kRoleFacts[] = {
    // read note refer | reply ask extend close | assign sort link | approve redact | advise register
    {Role::officer, "officer",
     "bbo"
     "oooo"
     "ooo"
     "--"
     "ca"},
    {Role::unit_manager, "unit_manager",
     "bbo"
     "oooo"
     "ooo"
     "oo"
     "ca"},
    {Role::head_office, "head_office",
     "aaa"
     "aaaa"
     "aaa"
     "aa"
     "ca"},
    {Role::public_relations, "public_relations",
     "bbo"
     "oooo"
     "ooo"
     "--"
     "ca"},
    {Role::it, "it",
     "---"
     "----"
     "---"
     "--"
     "--"},
    {Role::regulations, "regulations",
     "bbo"
     "oooo"
     "ooo"
     "--"
     "ca"},
    {Role::telephone_operator, "telephone_operator",
     "bbo"
     "----"
     "-o-"
     "--"
     "-a"},
    {Role::admin, "admin",
     "---"
     "----"
     "---"
     "--"
     "--"},
};
static_assert(std::size(kRoleFacts) == kRoles.size());

constexpr bool rows_are_whole() {
  for (const RoleFacts& row : kRoleFacts) {
    if (row.reach.size() != kRights.size()) return false;
  }
  return true;
}
static_assert(rows_are_whole());

const RoleFacts& facts(Role role) {
  const RoleFacts& found = kRoleFacts[static_cast<std::size_t>(role)];
  HAMANDISH_CHECK(found.role == role);
  return found;
}

Reach reach_of(Role role, Right right) {
  return static_cast<Reach>(facts(role).reach[static_cast<std::size_t>(right)]);
}

// A case without a unit, or staff without one, match nobody: two empty ids are not the same unit.
bool owns(const Actor& actor, const CaseScope& scope) {
  return !actor.unit_id.empty() && actor.unit_id == scope.unit_id;
}

bool is_consulted(const Actor& actor, const CaseScope& scope) {
  return !actor.unit_id.empty() &&
         std::find(scope.consulted.begin(), scope.consulted.end(), actor.unit_id) != scope.consulted.end();
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

bool may(const Actor& actor, Right right, const CaseScope& scope) {
  switch (reach_of(actor.role, right)) {
    case Reach::nothing:
      return false;
    case Reach::own_unit:
      return owns(actor, scope);
    case Reach::consulted:
      return is_consulted(actor, scope);
    case Reach::own_or_consulted:
      return owns(actor, scope) || is_consulted(actor, scope);
    case Reach::all_units:
      return true;
  }
  return false;
}

bool may_register_cases(Role role) {
  return reach_of(role, Right::register_case) == Reach::all_units;
}
bool may_see_all_units(Role role) {
  return reach_of(role, Right::read) == Reach::all_units;
}
bool may_see_any_case(Role role) {
  return reach_of(role, Right::read) != Reach::nothing;
}
bool may_read(const Actor& actor, const CaseScope& scope) {
  return may(actor, Right::read, scope);
}
bool may_note(const Actor& actor, const CaseScope& scope) {
  return may(actor, Right::note, scope);
}
bool may_refer(const Actor& actor, const CaseScope& scope) {
  return may(actor, Right::refer, scope);
}
bool may_reply(const Actor& actor, const CaseScope& scope) {
  return may(actor, Right::reply, scope);
}

}  // namespace hamandish

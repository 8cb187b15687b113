#include "shared/users/permissions.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace hamandish;

namespace {

// A letter per right (read, note, refer, reply): 'a' all units, 'o' own unit, '-' none.
const std::map<Role, std::string> kExpected = {
    {Role::officer, "oooo"},
    {Role::unit_manager, "oooo"},
    {Role::head_office, "aaaa"},
    {Role::public_relations, "oooo"},
    {Role::it, "----"},
    {Role::regulations, "oooo"},
    {Role::telephone_operator, "ooo-"},
    {Role::admin, "----"},
};

using Right = bool (*)(const Actor&, const CaseScope&);
constexpr Right kRights[] = {may_read, may_note, may_refer, may_reply};

}  // namespace

TEST_CASE("every role has exactly the rights of the table, in the own unit and in another") {
  REQUIRE(kExpected.size() == kRoles.size());
  for (const Role role : kRoles) {
    CAPTURE(std::string(wire_name(role)));
    const Actor actor{"7", "نمونه", role, "land"};
    for (std::size_t i = 0; i < std::size(kRights); ++i) {
      CAPTURE(i);
      const char reach = kExpected.at(role)[i];
      CHECK(kRights[i](actor, {"land"}) == (reach != '-'));
      CHECK(kRights[i](actor, {"legal"}) == (reach == 'a'));
      CHECK(kRights[i](actor, {"land2"}) == (reach == 'a'));
      CHECK(kRights[i](actor, {""}) == (reach == 'a'));
    }
    CHECK(may_see_all_units(role) == (kExpected.at(role)[0] == 'a'));
    CHECK(may_see_any_case(role) == (kExpected.at(role)[0] != '-'));
  }
}

TEST_CASE("staff without a unit do not own the cases without a unit") {
  for (const Role role : kRoles) {
    const Actor nowhere{"7", "نمونه", role, ""};
    for (const Right right : kRights) CHECK(right(nowhere, {""}) == right(nowhere, {"land"}));
  }
}

TEST_CASE("nobody may do to a case what they may not read") {
  for (const Role role : kRoles) {
    const Actor actor{"7", "نمونه", role, "land"};
    for (const char* unit : {"land", "legal"}) {
      if (may_read(actor, {unit})) continue;
      for (const Right right : kRights) CHECK_FALSE(right(actor, {unit}));
    }
  }
}

TEST_CASE("wire names of roles lead back, others are no roles") {
  for (const Role role : kRoles) CHECK(role_from(wire_name(role)) == role);
  for (const char* bad : {"", "root", "Officer", "officer "}) CHECK_FALSE(role_from(bad).has_value());
}

#include "shared/users/permissions.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace hamandish;

namespace {

// A letter per right in the order of kRights (read note refer, reply ask extend close, assign sort link, approve redact,
// advise register_case): 'a' all units, 'o' own unit, 'c' asked in parallel, 'b' own or asked, '-' none.
const std::map<Role, std::string> kExpected = {
    {Role::officer, "bboooooooo--ca"},
    {Role::unit_manager,
     "bboooooooooo"
     "ca"},
    {Role::head_office, "aaaaaaaaaaaaca"},
    {Role::public_relations, "bboooooooo--ca"},
    {Role::it, "--------------"},
    {Role::regulations, "bboooooooo--ca"},
    {Role::telephone_operator, "bbo-----o----a"},
    {Role::admin, "--------------"},
};

bool expected(char reach, bool own, bool consulted) {
  if (reach == 'a') return true;
  if (reach == 'o') return own;
  if (reach == 'c') return consulted;
  return reach == 'b' && (own || consulted);
}

}  // namespace

TEST_CASE("every role has exactly the rights of the table, in the own unit, an asked one and another") {
  REQUIRE(kExpected.size() == kRoles.size());
  for (const Role role : kRoles) {
    CAPTURE(std::string(wire_name(role)));
    const Actor actor{"7", "نمونه", role, "land"};
    const std::string& row = kExpected.at(role);
    REQUIRE(row.size() == kRights.size());
    for (std::size_t i = 0; i < kRights.size(); ++i) {
      CAPTURE(i);
      const Right right = kRights.at(i);
      const CaseScope asked{"legal", {"water", "land"}};
      CHECK(may(actor, right, {"land"}) == expected(row[i], true, false));
      CHECK(may(actor, right, asked) == expected(row[i], false, true));
      CHECK(may(actor, right, {"legal"}) == expected(row[i], false, false));
      CHECK(may(actor, right, {"land2"}) == expected(row[i], false, false));
      CHECK(may(actor, right, {""}) == expected(row[i], false, false));
    }
    CHECK(may_see_all_units(role) == (row[0] == 'a'));
    CHECK(may_see_any_case(role) == (row[0] != '-'));
    CHECK(may_register_cases(role) == (row.back() == 'a'));
  }
}

TEST_CASE("staff without a unit do not own the cases without a unit") {
  const CaseScope nobodys{"", {""}};
  for (const Role role : kRoles) {
    const Actor nowhere{"7", "نمونه", role, ""};
    for (const Right right : kRights) CHECK(may(nowhere, right, nobodys) == may(nowhere, right, {"land"}));
  }
}

TEST_CASE("nobody may do to a case what they may not read") {
  for (const Role role : kRoles) {
    const Actor actor{"7", "نمونه", role, "land"};
    for (const char* unit : {"land", "legal"}) {
      if (may_read(actor, {unit})) continue;
      for (const Right right : kRights) {
        if (right != Right::register_case) CHECK_FALSE(may(actor, right, {unit}));
      }
    }
  }
}

TEST_CASE("wire names of roles lead back, others are no roles") {
  for (const Role role : kRoles) CHECK(role_from(wire_name(role)) == role);
  for (const char* bad : {"", "root", "Officer", "officer "}) CHECK_FALSE(role_from(bad).has_value());
}

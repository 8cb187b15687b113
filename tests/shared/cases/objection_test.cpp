#include "shared/cases/objection.h"

#include <doctest/doctest.h>

using namespace hamandish;

namespace {

Actor actor(const char* id, Role role) {
  Actor made;
  made.user_id = id;
  made.role = role;
  return made;
}

}  // namespace

TEST_CASE("an objection goes to the manager of the unit, unless the manager answered or there is none") {
  CHECK(objection_goes_to(Role::officer, true) == Role::unit_manager);
  CHECK(objection_goes_to(Role::public_relations, true) == Role::unit_manager);
  CHECK(objection_goes_to(std::nullopt, true) == Role::unit_manager);
  CHECK(objection_goes_to(Role::officer, false) == Role::head_office);
  CHECK(objection_goes_to(Role::unit_manager, true) == Role::head_office);
  CHECK(objection_goes_to(Role::head_office, true) == Role::head_office);
}

TEST_CASE("who answered does not decide again, and neither does anybody below the one it went to") {
  const Objection to_manager{Role::unit_manager, "7"};
  CHECK_FALSE(may_decide(actor("7", Role::officer), to_manager));
  CHECK_FALSE(may_decide(actor("8", Role::officer), to_manager));
  CHECK_FALSE(may_decide(actor("7", Role::unit_manager), to_manager));
  CHECK(may_decide(actor("9", Role::unit_manager), to_manager));
  CHECK(may_decide(actor("1", Role::head_office), to_manager));
  const Objection to_head{Role::head_office, "9"};
  CHECK_FALSE(may_decide(actor("8", Role::unit_manager), to_head));
  CHECK(may_decide(actor("1", Role::head_office), to_head));
  CHECK_FALSE(may_decide(actor("9", Role::head_office), to_head));
  CHECK(may_decide(actor("7", Role::officer), {}));
}

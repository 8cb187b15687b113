// An objection to an answer goes to the next higher officer and never to the one who answered (domain.md 1.3): to the
// manager of the unit, or, when there is none or the manager answered, to the head's office.
#pragma once

#include <optional>
#include <string>

#include "shared/users/permissions.h"

namespace hamandish {

// Of a case under objection. user ids as in Actor.
struct Objection {
  std::optional<Role> to;  // who must decide; nothing: there is no objection
  std::string against;     // user id of who gave the answer; that person decides nothing any more
};

// To whom: `answered_by` is the role of who answered (nothing: not known), `has_manager` whether the case's unit has an
// enabled manager other than that person.
Role objection_goes_to(std::optional<Role> answered_by, bool has_manager);

// Whether the actor may give the new answer, close or reject: without an objection everybody who otherwise may.
bool may_decide(const Actor& actor, const Objection& objection);

}  // namespace hamandish

#include "shared/cases/objection.h"

namespace hamandish {

Role objection_goes_to(std::optional<Role> answered_by, bool has_manager) {
  const bool higher_than_manager = answered_by == Role::unit_manager || answered_by == Role::head_office;
  return has_manager && !higher_than_manager ? Role::unit_manager : Role::head_office;
}

bool may_decide(const Actor& actor, const Objection& objection) {
  if (!objection.to) return true;
  if (actor.user_id == objection.against) return false;
  return actor.role == *objection.to || actor.role == Role::head_office;
}

}  // namespace hamandish

#include "shared/cases/urgency.h"

#include "shared/cases/transitions.h"

namespace hamandish {

Urgency urgency(CaseState state, Day registered_on, Day due_on, Day today) {
  if (!is_open(state)) return Urgency::none;
  if (today > due_on) return Urgency::overdue;
  const std::int64_t given = due_on.number - registered_on.number;
  const std::int64_t used = today.number - registered_on.number;
  if (used * 4 >= given * 3) return Urgency::red;
  if (used * 2 >= given) return Urgency::yellow;
  return Urgency::calm;
}

}  // namespace hamandish

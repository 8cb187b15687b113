#include "shared/cases/urgency.h"

#include "shared/cases/transitions.h"

namespace hamandish {

Urgency urgency(CaseState state, Day registered_on, Day due_on, Day today, const UrgencyRule& rule) {
  if (!is_open(state)) return Urgency::none;
  if (today > due_on) return Urgency::overdue;
  const std::int64_t given = due_on.number - registered_on.number;
  const std::int64_t used = today.number - registered_on.number;
  if (used * 100 >= given * rule.red_percent) return Urgency::red;
  if (used * 100 >= given * rule.yellow_percent) return Urgency::yellow;
  return Urgency::calm;
}

}  // namespace hamandish

// How much of the time for an answer is used up: the marks of the inbox.
#pragma once

#include "shared/base/time.h"
#include "shared/cases/kinds.h"

namespace hamandish {

// How an inbox marks a case. Yellow from half of the time on, red from three quarters on (after ISIRI, domain.md 1.2).
enum class Urgency { none, calm, yellow, red, overdue };
// none: nothing is owed (the case is not open). The due day itself is not yet overdue.
Urgency urgency(CaseState state, Day registered_on, Day due_on, Day today);

}  // namespace hamandish

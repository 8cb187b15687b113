// How much of the time for an answer is used up: the marks of the inbox.
#pragma once

#include "shared/base/time.h"
#include "shared/cases/kinds.h"

namespace hamandish {

// From which share of the time on; the organisation decides. Half and three quarters are ISIRI's (domain.md 1.2).
struct UrgencyRule {
  int yellow_percent = 50;
  int red_percent = 75;
};

// How an inbox marks a case.
enum class Urgency { none, calm, yellow, red, overdue };
// none: nothing is owed (the case is not open). The due day itself is not yet overdue.
Urgency urgency(CaseState state, Day registered_on, Day due_on, Day today, const UrgencyRule& rule = {});

}  // namespace hamandish

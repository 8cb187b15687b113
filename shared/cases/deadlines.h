// When a case must be answered. Promised time: working days per kind, from the profile. The law's cap stands over it.
#pragma once

#include "shared/base/time.h"
#include "shared/calendar/working_days.h"
#include "shared/cases/kinds.h"
#include "shared/directory/profile.h"

namespace hamandish {

WorkingCalendar working_calendar(const Profile& profile);

// The last day for the answer (until 24:00 in Tehran); the day of registration is not counted.
Day due_on(const KindForm& form, const WorkingCalendar& calendar, Day registered_on);

// Who reports is not told what came of it (the report's own explanation says so), and nobody can answer a nameless message
// that asks who one is: of these no answer is promised, only that they are dealt with in time. Thanks ask for none.
constexpr bool answer_is_promised(CaseKind kind, bool anonymous) {
  return !anonymous && kind != CaseKind::report && kind != CaseKind::appreciation;
}

// Three months after registration, a month counted as 30 days: Administrative Justice Court Act, art. 16 note 4
// (domain.md 1.2). An extension must not go past it.
Day legal_limit(Day registered_on);

}  // namespace hamandish

#include "shared/cases/deadlines.h"

namespace hamandish {

WorkingCalendar working_calendar(const Profile& profile) {
  return {profile.weekend, profile.holidays, profile.shifts};
}

Day due_on(const KindForm& form, const WorkingCalendar& calendar, Day registered_on) {
  return add_working_days(calendar, registered_on, form.working_days);
}

Day legal_limit(Day registered_on) {
  constexpr int kMonths = 3;
  constexpr int kDaysOfMonth = 30;
  return {registered_on.number + kMonths * kDaysOfMonth};
}

}  // namespace hamandish

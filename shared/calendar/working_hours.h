// Working time within a day: one or two shifts, for promises that are counted in hours and for the moment at which a
// reminder is worth sending.
#pragma once

#include "shared/base/time.h"
#include "shared/calendar/working_days.h"

namespace hamandish {

// The instant at which `minutes` of working time have passed since `start`; 0 gives the first working instant at or
// after `start`. CHECKs has_working_weekday and minutes >= 0.
Instant add_working_minutes(const WorkingCalendar& calendar, Instant start, int minutes);

// The beginning of the first shift of the first working day on or after `day`.
Instant opening_on_or_after(const WorkingCalendar& calendar, Day day);

}  // namespace hamandish

// The clocks of an open case: until the first reply, until the answer that was promised, and until the law's cap. They
// stand still only while the organisation waits for the citizen; afterwards the dates move by the time that was waited.
// Pure: the calendar and the time are arguments.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "shared/base/time.h"
#include "shared/calendar/working_days.h"
#include "shared/directory/profile.h"

namespace hamandish {

struct CaseClock {
  Instant started_at;
  int days = 0;             // working days from the day of the start to the deadline: promised, extended and waited
  Day due_on;               // the promise; what `cases.due_on` holds
  Day legal_on;             // the last day that the law gives
  int told = 0;             // bits of Alarm
  Instant first_reply_due;  // zero: there is no such promise, or it was kept
  std::optional<Day> waiting_since;
  bool operator==(const CaseClock&) const = default;
};

// What the clock tells, each once: the manager of the unit before the deadline, the head's office when it has passed.
enum class Alarm { first_reply_late, before_deadline, deadline_passed, before_legal, legal_passed };
inline constexpr std::array kAlarms = {Alarm::first_reply_late, Alarm::before_deadline, Alarm::deadline_passed,
                                       Alarm::before_legal, Alarm::legal_passed};
std::string_view wire_name(Alarm alarm);
// Who is told: the manager of the unit, or the head's office.
bool goes_to_head(Alarm alarm);

CaseClock start_clock(const WorkingCalendar& calendar, const ClockRules& rules, int working_days, Instant now);

// The organisation asked the citizen for something; the citizen gave it.
void stop_clock(CaseClock& clock, Day today);
void resume_clock(CaseClock& clock, const WorkingCalendar& calendar, Day today);
// A member of staff set another date, with a reason: what was told of the former one may be told again.
void move_deadline(CaseClock& clock, const WorkingCalendar& calendar, Day due_on);
// The calendar changed: the same number of working days may end elsewhere. False if nothing moved.
bool recount(CaseClock& clock, const WorkingCalendar& calendar);

struct Ringing {
  Alarm alarm = Alarm::before_deadline;
  Instant at;
};
// The next that has not been told; nothing while the clock stands still.
std::optional<Ringing> next_alarm(const CaseClock& clock, const WorkingCalendar& calendar, const ClockRules& rules);
void mark_told(CaseClock& clock, Alarm alarm);
bool was_told(const CaseClock& clock, Alarm alarm);

}  // namespace hamandish

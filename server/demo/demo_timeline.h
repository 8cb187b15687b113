// What staff and citizen do to one demo case after it is registered. Every step is one that the transition table allows
// and is done by somebody whom the permissions allow it, in office hours of a working day, and before `now`.
#pragma once

#include <vector>

#include "server/demo/demo_data.h"
#include "server/demo/demo_text.h"
#include "server/demo/dice.h"
#include "shared/calendar/working_days.h"

namespace hamandish::server {

struct DemoWorld {
  const Profile& profile;
  const DemoCorpus& corpus;
  const std::vector<DemoUser>& users;
  WorkingCalendar calendar;
  Instant now;
};

// A moment in office hours of a working day, at least `hours` after `from`.
Instant office_time(const WorkingCalendar& calendar, Instant from, std::int64_t hours, Dice& dice);

// Appends events to `it`, whose first event is there, and sets state, unit_id and due_on to where they lead.
void live(DemoCase& it, const DemoWorld& world, const DemoTopic& topic, const DemoPlace& place, Filler& filler,
          const Habits& habits, Dice& dice);

}  // namespace hamandish::server

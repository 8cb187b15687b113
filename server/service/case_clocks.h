// Events of cases together with what they do to the clock. Services write events through record_event only, so that no
// action can forget the clock (a test holds it).
#pragma once

#include "server/store/database.h"
#include "server/store/rows.h"
#include "shared/cases/case_clock.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

// Appends the event, after the case has its new state, unit and date: asking stops the clock, what the citizen supplies
// lets it go on with a later date, an extension moves it, an objection starts a new one, and a case that is no longer
// open has none. What the citizen is told of it goes into the outbox (citizen_notices.h).
Result<void> record_event(Transaction& transaction, const Profile& profile, const EventRow& event);

// The clock that a new case of this kind gets. The date of the case is its due_on.
CaseClock new_clock(const Profile& profile, CaseKind kind, Instant now);
// For a case that was just inserted, beside its first event.
Result<void> begin_clock(Transaction& transaction, const Profile& profile, std::int64_t case_id,
                         const CaseClock& clock);

}  // namespace hamandish::server

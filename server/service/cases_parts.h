// What the files of the cases service share. Not for others: they use cases_service.h.
#pragma once

#include <string>

#include "server/service/case_ids.h"
#include "server/service/cases_service.h"
#include "server/store/rows.h"
#include "shared/calendar/working_days.h"

namespace hamandish::server {

struct CasesService::Parts {
  const Organisation& organisation;
  Database& database;
  CaseIds ids;
  std::string receipt_key;

  // As of now; keep it for the length of a call.
  std::shared_ptr<const Profile> profile() const { return organisation.profile(); }
};

// The case as it is stored, from answers that were checked: everything but id, tracking code and request hashes.
CaseRow make_case_row(const Profile& profile, const WorkingCalendar& calendar, const api::NewCase& checked,
                      Instant registered_at);
// What a search finds the case by.
std::string words_of(const CaseRow& row);
EventRow registration_event(const CaseRow& row);

// What a citizen sees of an own case, without a tracking token.
Result<api::CitizenCase> citizen_view(const Profile& profile, Reader& reader, const CaseRow& row);
// What the citizen may do with it now.
std::vector<CaseAction> citizen_actions(const CaseRow& row, const std::vector<EventRow>& events);
// Where messages to the head go.
std::string head_unit(const Profile& profile);

// The id of the user, as Actor carries it.
std::int64_t user_id_of(const Actor& actor);

}  // namespace hamandish::server

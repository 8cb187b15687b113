// What each action of staff does to a case, within the transaction of staff_actions.cpp. Not for others.
#pragma once

#include "server/service/cases_parts.h"
#include "server/service/staff_views.h"
#include "server/store/database.h"

namespace hamandish::server {

// One action on its way. A deed changes `row` and `event`; both are written when it is done.
struct Deed {
  Transaction& transaction;
  const Profile& profile;
  const WorkingCalendar& calendar;
  CaseIds& ids;
  const Actor& actor;
  const api::StaffAction& asked;  // its text as it is to be stored
  CaseAction action;              // asked.action, or what it came to: a reply that must be approved is a draft
  const std::vector<ConsultationRow>& consultations;
  Instant now;
  CaseRow row{};
  EventRow event{};
  bool changes_nothing = false;  // what was asked for is so already
};

// Invalid with field errors, or conflict, for what only the case as it stands can tell.
Result<void> carry_out(Deed& deed);

Error field_error(std::string_view field, std::string_view key, Params params = {});

}  // namespace hamandish::server

// Rows of the database as what staff get to see, and who of them may do what with a case.
#pragma once

#include <optional>
#include <vector>

#include "server/store/attachments_store.h"
#include "server/store/cases_store.h"
#include "server/store/events_store.h"
#include "server/store/outbox_store.h"
#include "server/store/users_store.h"
#include "server/store/work_store.h"
#include "shared/api/wire.h"
#include "shared/directory/profile.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// A case with everything that belongs to it.
struct CaseBundle {
  CaseRow row;
  std::vector<EventRow> events;
  std::vector<AttachmentRow> attachments;
  std::vector<ConsultationRow> consultations;
  std::vector<std::string> tags;
  std::optional<AnswerDraftRow> draft;
  std::vector<LinkRow> links;
  std::vector<OutboxRow> messages;
  std::vector<UserRow> officers;  // of the unit that holds it
  std::optional<UserRow> assignee;
};
Result<CaseBundle> read_bundle(Reader& reader, CaseRow row);

// The right that an action of staff needs; nothing for those of the citizen.
std::optional<Right> right_for(CaseAction action);
CaseScope scope_of(const CaseRow& row, const std::vector<ConsultationRow>& consultations);
// Whether the actor's unit was asked and has not answered yet.
bool is_asked(const Actor& actor, const std::vector<ConsultationRow>& consultations);

api::InboxRow inbox_row(const Profile& profile, const CaseSummary& summary, Instant now);
// Everything, for an actor who may read it.
api::StaffCase staff_case(const Profile& profile, const Actor& actor, const CaseBundle& bundle, Day today);
// Where the case is now, for an actor who may no longer read it.
api::StaffCase staff_case_gone(const Profile& profile, const CaseRow& row);

}  // namespace hamandish::server

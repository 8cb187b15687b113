// Rows of the database as what the citizen and the staff get to see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/store/cases_store.h"
#include "server/store/rows.h"
#include "shared/api/wire.h"
#include "shared/cases/objection.h"
#include "shared/directory/profile.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// The profile's name; the id itself if the profile no longer has it.
std::string unit_name(const Profile& profile, std::string_view unit_id);
std::string category_name(const Profile& profile, std::string_view category_id);

// Without the token.
// `text_hash`: SHA-256 of the text, where it is known already; else it is computed.
api::Receipt receipt_of(const Profile& profile, const CaseRow& row, std::string_view text_hash = {});
api::CitizenCase citizen_case(const Profile& profile, const CaseRow& row, const std::vector<EventRow>& events,
                              const std::vector<AttachmentRow>& attachments);
std::vector<std::string> file_names_of(const std::vector<AttachmentRow>& rows);
std::vector<api::AttachmentInfo> attachment_infos(const std::vector<AttachmentRow>& rows);
// Answers to fields that have no column of their own.
Answers other_answers(const CaseRow& row);

// Whose it is to answer after an objection.
Objection objection_of(const CaseRow& row);

}  // namespace hamandish::server

// The whole file of a case on paper: what was sent, by whom, everything that was done with it, notes included. For staff
// only: it says at the foot of each page who asked for it and when.
#pragma once

#include <string>

#include "server/reports/report_pdf.h"
#include "shared/api/wire.h"
#include "shared/base/time.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

// `asked_by`: the name of the member of staff. Attachments are named with their sizes; they are files of their own.
Report case_report(const Profile& profile, const api::StaffCase& file, const std::string& asked_by, Instant now);

}  // namespace hamandish::server

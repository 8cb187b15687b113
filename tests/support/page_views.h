// The pages of the slice with plausible content of one organisation, for golden dumps, screenshots and the axe run.
#pragma once

#include <vector>

#include "shared/directory/profile.h"
#include "tests/support/sample_views.h"

namespace hamandish::tests {

// home, desk, complaint, complaint_errors, receipt, track, track_found, login, inbox, staff_case.
std::vector<SampleView> page_views(const Profile& profile);

}  // namespace hamandish::tests

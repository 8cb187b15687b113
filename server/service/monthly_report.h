// The monthly performance report, computed from the cases of the database. Not for server/http: reports_service.h.
#pragma once

#include <functional>

#include "server/store/database.h"
#include "shared/directory/profile.h"
#include "shared/reports/monthly_document.h"

namespace hamandish::server {

// What each case did in the month, in the order of registration; the calendar is the profile's.
Result<void> each_case_month(Reader& reader, const Profile& profile, JalaliMonth month,
                             const std::function<void(const CaseMonth&)>& each);

Result<MonthlyFigures> compute_monthly(Reader& reader, const Profile& profile, JalaliMonth month);
// Of the months to compare with: as they were stored, else computed now.
Result<MonthlyComparison> compare_monthly(Reader& reader, const Profile& profile, JalaliMonth month);

}  // namespace hamandish::server

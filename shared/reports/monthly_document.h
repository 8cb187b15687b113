// The monthly performance report in words and tables, of its figures.
#pragma once

#include <optional>
#include <vector>

#include "shared/directory/profile.h"
#include "shared/reports/document.h"
#include "shared/reports/monthly.h"

namespace hamandish {

struct MonthlyComparison {
  std::optional<MonthlyFigures> month_before;
  std::optional<MonthlyFigures> year_before;  // the same month
};

// Without the annex.
ReportDocument monthly_document(const Profile& profile, const MonthlyFigures& figures,
                                const MonthlyComparison& comparison);

// One row for each case that was received or open in the month, in the order of their registration.
ReportTable monthly_annex(const Profile& profile, const std::vector<CaseMonth>& cases);

// «رسیده», the words of a measure.
std::string measure_text(Measure measure);
// «cases/<unit>/<measure>», below the report's address; without a unit: of all.
std::string cases_link(std::string_view unit_id, Measure measure);
inline constexpr std::string_view kAllUnits = "all";

}  // namespace hamandish

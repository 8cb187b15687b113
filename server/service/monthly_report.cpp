#include "server/service/monthly_report.h"

#include <string>
#include <utility>
#include <vector>

#include "server/service/case_ids.h"
#include "server/store/case_history_store.h"
#include "server/store/reports_store.h"
#include "shared/cases/deadlines.h"
#include "shared/json/json.h"
#include "shared/reports/report_names.h"

namespace hamandish::server {
namespace {

constexpr int kDaysBack = 1100;  // older cases are counted right too, only slower
constexpr int kMonthsOfYear = 12;

std::vector<std::string> unit_ids(const Profile& profile) {
  std::vector<std::string> ids;
  ids.reserve(profile.units.size());
  for (const Unit& unit : profile.units) ids.push_back(unit.id);
  return ids;
}

Result<MonthlyFigures> stored_or_computed(Reader& reader, const Profile& profile, JalaliMonth month) {
  const Result<std::optional<StoredReport>> stored =
      stored_report(reader, wire_name(ReportName::monthly), month_code(month), 0);
  if (!stored) return stored.error();
  if (!*stored) return compute_monthly(reader, profile, month);
  const Result<Json> json = parse_json((*stored)->figures);
  if (!json) return json.error();
  return read_figures(*json);
}

}  // namespace

Result<void> each_case_month(Reader& reader, const Profile& profile, JalaliMonth month,
                             const std::function<void(const CaseMonth&)>& each) {
  const MonthSpan span = span_of(month);
  const WorkingDayTable working_days(working_calendar(profile), Day{span.first.number - kDaysBack}, span.last);
  const HistoryRange range{span.from, first_id_at(span.from), first_id_at(span.to)};
  return each_case_history(reader, range, [&](const CaseHistory& history) {
    const CaseMonth read = read_case_month(history, span, working_days);
    if (!is_empty(read)) each(read);
  });
}

Result<MonthlyFigures> compute_monthly(Reader& reader, const Profile& profile, JalaliMonth month) {
  MonthlyFigures figures = start_figures(month, unit_ids(profile));
  const Result<void> done =
      each_case_month(reader, profile, month, [&figures](const CaseMonth& one) { add_case(figures, one); });
  if (!done) return done.error();
  return figures;
}

Result<MonthlyComparison> compare_monthly(Reader& reader, const Profile& profile, JalaliMonth month) {
  MonthlyComparison comparison;
  Result<MonthlyFigures> before = stored_or_computed(reader, profile, month_before(month, 1));
  if (!before) return before.error();
  comparison.month_before = std::move(before).value();
  Result<MonthlyFigures> last_year = stored_or_computed(reader, profile, month_before(month, kMonthsOfYear));
  if (!last_year) return last_year.error();
  comparison.year_before = std::move(last_year).value();
  return comparison;
}

}  // namespace hamandish::server

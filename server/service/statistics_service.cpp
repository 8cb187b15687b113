#include "server/service/statistics_service.h"

#include <utility>

#include "server/service/case_ids.h"
#include "server/store/statistics_store.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish::server {
namespace {

Result<PublicStatistics> count(Reader& reader, Instant now) {
  const Day today = to_tehran(now).day;
  PublicStatistics counted{now, {}};
  for (int back = 0; back <= kStatisticsMonths; ++back) {
    MonthStatistics month;
    month.month = month_before(month_of(today), back);
    const Instant from = start_of_day_in_tehran(first_day(month.month));
    const Instant to = start_of_day_in_tehran(first_day(month_before(month.month, -1)));
    const Result<void> done = each_case_fact(reader, first_id_at(from), first_id_at(to),
                                             [&](const CaseFact& fact) { add_case(month, fact, today); });
    if (!done) return done.error();
    counted.months.push_back(std::move(month));
  }
  return counted;
}

}  // namespace

Result<std::shared_ptr<const PublicStatistics>> StatisticsService::statistics(Instant now) {
  // Whoever comes while it is counted waits for the same count.
  const std::lock_guard lock(mutex_);
  if (newest_ && now < newest_->counted_at + kStatisticsLifetime && !(now < newest_->counted_at)) return newest_;
  PublicStatistics counted;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<PublicStatistics> result = count(reader, now);
    if (!result) return result.error();
    counted = std::move(result).value();
    return {};
  });
  if (!done) return done.error();
  newest_ = std::make_shared<const PublicStatistics>(std::move(counted));
  return newest_;
}

}  // namespace hamandish::server

// The public statistics (shared/reports/statistics.h) of the last months. Counted anew at most every ten minutes: a page that
// anybody may open again and again must not walk through the cases each time.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "server/store/database.h"
#include "shared/reports/statistics.h"

namespace hamandish::server {

struct PublicStatistics {
  Instant counted_at;
  std::vector<MonthStatistics> months;  // the newest first: the current month and the kStatisticsMonths before it
};

inline constexpr int kStatisticsMonths = 12;
inline constexpr std::int64_t kStatisticsLifetime = 10 * kMinute;

class StatisticsService {
 public:
  explicit StatisticsService(Database& database) : database_(database) {}
  // From any thread.
  Result<std::shared_ptr<const PublicStatistics>> statistics(Instant now);

 private:
  Database& database_;
  std::mutex mutex_;
  std::shared_ptr<const PublicStatistics> newest_;
};

}  // namespace hamandish::server

#include "server/jobs/jobs.h"

namespace hamandish::server {

std::vector<Job> all_jobs(Services& services, const JobOptions& options) {
  std::vector<Job> jobs = {
      {"tidy", 5 * kMinute, [&services](Instant now) { return services.tidy(now); }},
      {"clocks", kMinute,
       [&services](Instant now) -> Result<void> {
         const Result<int> told = services.clocks.ring(now);
         if (!told) return told.error();
         return {};
       }},
      {"drafts", kMinute,
       [&services](Instant now) -> Result<void> {
         const Result<int> moved = services.drafts.run_clock(now);
         if (!moved) return moved.error();
         return {};
       }},
      {"reports", kMinute,
       [&services](Instant now) -> Result<void> {
         const Result<int> made = services.reports.run_clock(now);
         if (!made) return made.error();
         return {};
       }},
  };
  if (options.pretend_to_send) {
    jobs.push_back({"outbox", 10 * kSecond, [&services](Instant now) { return services.pretend_to_send(now); }});
  }
  return jobs;
}

}  // namespace hamandish::server

#include "server/jobs/scheduler.h"

#include "server/base/log.h"
#include "server/store/jobs_store.h"

namespace hamandish::server {

Result<int> Scheduler::run_due(Instant now) {
  int ran = 0;
  for (const Job& job : jobs_) {
    const Result<bool> done = run_if_due(job, now);
    if (!done) return done.error();
    if (*done) ++ran;
  }
  return ran;
}

Result<bool> Scheduler::run_if_due(const Job& job, Instant now) {
  Instant next;
  const Result<void> read = database_.read([&](Reader& reader) -> Result<void> {
    const Result<Instant> found = next_run(reader, job.name);
    if (!found) return found.error();
    next = *found;
    return {};
  });
  if (!read) return read.error();
  // A clock that was set back would otherwise keep a job waiting for longer than its own interval.
  const bool due = now >= next || next > now + job.every;
  if (!due) return false;
  const Result<void> done = job.run(now);
  if (!done) log_failure(job.name, done.error());
  const std::string error = done ? std::string() : done.error().key;
  const Result<void> noted = database_.write(
      [&](Transaction& transaction) { return note_run(transaction, job.name, now, now + job.every, error); });
  if (!noted) return noted.error();
  return true;
}

}  // namespace hamandish::server

// Runs what the server does by itself, on the clock that it is given. When a job runs next stands in the database: a
// restart neither forgets one nor runs it twice. A crash in the middle of a job runs it again, so a job must leave
// nothing half-done that it cannot find again (one transaction, or marks with what was done).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/store/database.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct Job {
  std::string name;        // stable: it is the key in the database
  std::int64_t every = 0;  // milliseconds from one run to the next
  std::function<Result<void>(Instant now)> run;
};

class Scheduler {
 public:
  Scheduler(Database& database, std::vector<Job> jobs) : database_(database), jobs_(std::move(jobs)) {}

  // Runs every job whose time has come, each once however long the server was away; a new job at once. Gives how many
  // ran. A failed job is logged and tried again at its next time. From one thread.
  Result<int> run_due(Instant now);

 private:
  Result<bool> run_if_due(const Job& job, Instant now);

  Database& database_;
  std::vector<Job> jobs_;
};

}  // namespace hamandish::server

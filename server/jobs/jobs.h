// The list of everything that the server does by itself.
#pragma once

#include <vector>

#include "server/jobs/scheduler.h"
#include "server/service/services.h"

namespace hamandish::server {

struct JobOptions {
  // Until the gateways come: messages of the outbox count as sent, and the log says so. For demo data only.
  bool pretend_to_send = false;
};

// `services` must outlive the jobs.
std::vector<Job> all_jobs(Services& services, const JobOptions& options);

}  // namespace hamandish::server
